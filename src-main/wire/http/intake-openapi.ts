import { type Form, LEAD_FIELDS, type LeadField } from '../../contract/index.ts'
import { VERSION } from '../../lib/version.ts'
import { MOST_POST_BYTES } from './read-body.ts'

interface Property {
  type: string | string[]
  description: string
  items?: { type: 'string' }
}
export interface Operation {
  summary: string
  operationId: string
  parameters: { name: string; in: 'header' | 'query'; description: string; required: boolean; schema: { type: 'string' } }[]
  requestBody: { required: true; content: Record<string, { schema: { $ref: string } }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: { $ref: string } }> }>
  security: Record<string, never[]>[]
}
/** OpenAPI 3.1, as far as it is used here. */
export interface IntakeDocument {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  servers: { url: string }[]
  paths: Record<string, { post: Operation }>
  components: {
    securitySchemes: Record<string, object>
    schemas: { Lead: { type: 'object'; properties: Record<string, Property>; additionalProperties: object } } & Record<
      string,
      object
    >
  }
}

/** What may be posted. A stage is not among them: a lead that arrives is new. */
const FIELDS: Readonly<Record<Exclude<LeadField, 'stage'>, string>> = {
  name: 'Full name; or firstName and lastName.',
  firstName: 'First name.',
  lastName: 'Last name.',
  email: 'E-mail address. One of email, phone and website is needed.',
  email2: 'Another e-mail address.',
  phone: 'Telephone number; without a prefix it is taken for one of the country given, else of the desk.',
  phone2: 'Another telephone number.',
  company: 'Company.',
  title: 'Job title.',
  website: 'Web site.',
  industry: 'Industry.',
  address: 'Street and number.',
  city: 'City.',
  region: 'State, province or region, by name or code.',
  postalCode: 'Postal code.',
  country: 'Country, by name or ISO 3166-1 code.',
  language: 'Language, by name or ISO 639-1 code.',
  product: 'What they are interested in.',
  message: 'What they wrote.',
  source: 'Where they came from; utm_source is taken when there is none.',
  owner: 'Who has this lead elsewhere; kept, not followed.',
  externalId: 'Its number in the program that posts; kept. To post safely twice, send an Idempotency-Key.',
  currency: 'ISO 4217 code.',
  employees: 'Number of employees.',
  revenue: 'Annual revenue.',
  value: 'What the deal may be worth.',
  score: 'A score from 0 to 100 of the program that posts.',
  tags: 'A list, or separated by commas.',
  receivedAt: 'When it arrived first (ISO 8601); now, unless said.',
}
const NUMBERS = new Set<string>(['employees', 'revenue', 'value', 'score'])

/** What programs need to know to post to the forms that are switched on. Never a key. */
export function describeIntake(forms: readonly Form[]): IntakeDocument {
  const open = forms.filter(({ settings }) => settings.isOn)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lead Desk: intake',
      version: VERSION,
      description:
        'Post a lead, and be answered its number. Names of fields are read like the headers of a file: case, spaces and signs do not matter, and other usual names, also German, French and Spanish ones, are understood. Fields of other names (consent, utm_campaign, your own questions) are kept with the lead. JSON may be nested; what cannot be read is kept as written.\n\n' +
        'Each form has a key of its own, shown when the form is made.',
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(open.map(({ settings }) => [`/intake/${settings.path}`, { post: operationOf(settings) }])),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The key of the form.' },
        header: { type: 'apiKey', in: 'header', name: 'X-Intake-Key', description: 'The key of the form.' },
        query: {
          type: 'apiKey',
          in: 'query',
          name: '_key',
          description: 'The key of the form; plain HTML forms have a hidden field of this name.',
        },
      },
      schemas: SCHEMAS,
    },
  }
}

const SCHEMAS: IntakeDocument['components']['schemas'] = {
  Lead: {
    type: 'object',
    properties: {
      ...Object.fromEntries(
        LEAD_FIELDS.flatMap((field): [string, Property][] => (field === 'stage' ? [] : [[field, propertyOf(field)]])),
      ),
      _key: {
        type: 'string',
        description: 'The key of the form, where no header can bring it: a hidden field of a plain HTML form.',
      },
      _gotcha: {
        type: 'string',
        description: 'Hidden from people and left empty. A post that fills it was written by a robot, and is refused.',
      },
    },
    additionalProperties: { description: 'Kept with the lead under its own name.' },
  },
  Taken: {
    type: 'object',
    required: ['leadId', 'outcome'],
    properties: {
      leadId: { type: 'integer', description: 'Number of the lead.' },
      outcome: { enum: ['added', 'matched'], description: 'A new lead, or one more sign of life of one that is known.' },
    },
  },
  Refused: {
    type: 'object',
    required: ['error'],
    properties: {
      error: {
        type: 'object',
        required: ['code', 'data', 'message'],
        properties: { code: { type: 'string' }, data: { type: 'object' }, message: { type: 'string' } },
      },
    },
  },
}

function propertyOf(field: keyof typeof FIELDS): Property {
  const description = FIELDS[field]
  if (field === 'tags') return { type: ['array', 'string'], items: { type: 'string' }, description }
  return { type: NUMBERS.has(field) ? ['number', 'string'] : 'string', description }
}

function operationOf({ name, path, perMinute, thanksUrl }: Form['settings']): Operation {
  const body = { schema: { $ref: '#/components/schemas/Lead' } }
  const json = (schema: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } })
  const refused = (description: string) => ({ description, content: json('Refused') })
  return {
    summary: name,
    operationId: `post-${path}`,
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        description:
          'Any text of up to 255 characters that names this post: sent again with it within 90 days, the same post is the same lead and is answered the same.',
        required: false,
        schema: { type: 'string' },
      },
    ],
    requestBody: {
      required: true,
      content: { 'application/json': body, 'application/x-www-form-urlencoded': body, 'multipart/form-data': body },
    },
    responses: {
      200: {
        description: 'It was a lead the desk has already; or a page that says thank you, for a browser.',
        content: json('Taken'),
      },
      201: { description: 'A new lead.', content: json('Taken') },
      303: {
        description: `For a browser (Accept: text/html): on to ${thanksUrl ?? 'a page of thanks, when the form names one'}.`,
      },
      400: refused('The body could not be read.'),
      401: refused('The key is missing or wrong.'),
      403: refused('The web site may not post here, or the form is switched off.'),
      404: refused('There is no such form.'),
      408: refused('The body did not come in time.'),
      413: refused(`The body is larger than ${MOST_POST_BYTES / 1024} KB.`),
      415: refused('The body is of another type, or compressed.'),
      422: refused(
        'Nobody could be reached (field and reason are named), a robot filled _gotcha, or the Idempotency-Key was used for another post.',
      ),
      429: refused(`More than ${perMinute} posts a minute from one address: wait as long as Retry-After says.`),
    },
    security: [{ bearer: [] }, { header: [] }, { query: [] }],
  }
}
