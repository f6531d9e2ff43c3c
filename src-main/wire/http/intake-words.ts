import type { ErrorCode, ErrorData } from '../../contract/index.ts'

type Said = 'bad-input' | 'form-not-found' | 'post-refused' | 'post-differs' | 'disk-full'

/** What a program that posts, or a person whose form was refused, is told. */
const words: { [Code in Said]: (data: ErrorData<Code>) => string } = {
  'bad-input': ({ field, reason }) => `${field}: ${reason}.`.replace(/\.\.$/, '.'),
  'form-not-found': ({ form }) => `There is no form at /intake/${form}.`,
  'post-refused': ({ reason, retryAfterSeconds }) =>
    ({
      'wrong-key': 'The key is missing, or is not the one of this form.',
      'wrong-origin': 'Pages of this web site may not post to this form.',
      'too-many': `Too many posts from this address: try again in ${retryAfterSeconds ?? 60} seconds.`,
      'switched-off': 'This form is switched off.',
    })[reason],
  'post-differs': ({ key }) => `The Idempotency-Key ${key} was used before for another post.`,
  'disk-full': () => 'The desk has no room left. Nothing was saved: send it again later.',
}

export function faultMessage(code: ErrorCode, data: unknown): string {
  if (!Object.hasOwn(words, code)) return 'The desk could not take this post. Nothing was saved: send it again later.'
  return (words[code as Said] as (data: unknown) => string)(data)
}
