import { DeskError } from '../../contract/index.ts'

/** A field as it was posted: its name, and its value as text. Several may bear one name. */
export interface PostedField {
  name: string
  text: string
}

export const MOST_FIELDS = 500
export const LONGEST_NAME = 200

export function badBody(reason: string, cause?: unknown): DeskError<'bad-input'> {
  return new DeskError('bad-input', { field: 'body', reason }, { cause })
}

export const tooManyFields = (): DeskError<'bad-input'> => badBody(`it has more than ${MOST_FIELDS} fields`)
export const nameTooLong = (): DeskError<'bad-input'> => badBody(`a field's name is longer than ${LONGEST_NAME} letters`)
