import { type continents, countries } from 'countries-list'
import { squash } from './fold.ts'

/**
 * Areas that sales teams name, as ISO 3166-1 alpha-2 codes. Memberships of treaties (EU, EEA, EFTA, euro area, ASEAN, GCC) as of
 * 2026; the others (CEE, LATAM, MENA, Nordics …) as they are commonly drawn.
 */
const EU = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'
const LATAM = 'AR BO BR CL CO CR CU DO EC SV GT HN MX NI PA PY PE PR UY VE BZ GY SR GF HT JM TT BS BB'
const GCC = 'AE BH KW OM QA SA'
const MIDDLE_EAST = `${GCC} IL IQ IR JO LB PS SY YE TR EG CY`
const MAGHREB = 'DZ LY MA MR TN'
const ASEAN = 'BN ID KH LA MM MY PH SG TH VN TL'
const SOUTH_ASIA = 'AF BD BT IN LK MV NP PK'
const EAST_ASIA = 'CN HK JP KR KP MO MN TW'
const OCEANIA = 'AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV VU WF WS'
const BALTICS = 'EE LV LT'

/** Names as people write them, `|` between them. Looked up squashed, so case, blanks and signs do not matter. */
export const AREAS: readonly (readonly [names: string, countries: string])[] = [
  ['DACH|D-A-CH|German-speaking countries|Deutschsprachiger Raum', 'DE AT CH'],
  ['DACHLI|DACH+LI', 'DE AT CH LI'],
  ['EU|EU27|European Union|Europäische Union|Union européenne|Unión Europea|Unione Europea', EU],
  ['EEA|EWR|European Economic Area|Europäischer Wirtschaftsraum', `${EU} IS LI NO`],
  ['EFTA', 'CH IS LI NO'],
  ['Eurozone|Euro area|Euroraum', 'AT BE BG HR CY EE FI FR DE GR IE IT LV LT LU MT NL PT SK SI ES'],
  ['Nordics|Nordic countries|Nordische Länder|Norden', 'DK FI IS NO SE FO GL AX'],
  ['Scandinavia|Skandinavien|Scandinavie|Escandinavia', 'DK NO SE'],
  ['Baltics|Baltic states|Baltikum|Pays baltes', BALTICS],
  ['Benelux', 'BE NL LU'],
  ['UK&I|UKI|UK and Ireland|UK & Ireland|United Kingdom and Ireland|British Isles', 'GB IE IM JE GG'],
  ['Iberia|Iberian Peninsula|Iberische Halbinsel', 'ES PT AD GI'],
  ['CEE|Central and Eastern Europe|Mittel- und Osteuropa|MOE', `AL BA BG HR CZ HU XK ME MK PL RO RS SK SI MD UA BY ${BALTICS}`],
  ['Balkans|Western Balkans|Westbalkan', 'AL BA XK ME MK RS'],
  ['Southern Europe|Südeuropa', 'ES PT IT GR MT CY AD SM VA GI'],
  ['CIS|GUS', 'AM AZ BY KZ KG MD RU TJ UZ TM'],
  ['GCC|Gulf states|Golfstaaten', GCC],
  ['Middle East|Naher Osten|Moyen-Orient|Oriente Medio|ME region', MIDDLE_EAST],
  ['MENA|Middle East and North Africa', `${MIDDLE_EAST} ${MAGHREB} SD`],
  ['MEA|Middle East and Africa', `${MIDDLE_EAST} *AF`],
  ['EMEA|Europe, Middle East and Africa', `*EU *AF ${MIDDLE_EAST} GE AM AZ`],
  ['Maghreb', MAGHREB],
  ['LATAM|LATAM & Caribbean|Latin America|Lateinamerika|Amérique latine|América Latina|Latinoamérica', LATAM],
  ['NORAM|NAMER|US & Canada|USA and Canada', 'US CA'],
  ['NAFTA|USMCA', 'US CA MX'],
  ['AMER|AMERICAS|The Americas|Amerika|Amériques|Américas', '*NA *SA'],
  ['Central America|Mittelamerika|Centroamérica|Amérique centrale', 'BZ CR SV GT HN NI PA'],
  ['APAC|Asia-Pacific|Asia Pacific|Asien-Pazifik|Asie-Pacifique|Asia-Pacífico', `${ASEAN} ${SOUTH_ASIA} ${EAST_ASIA} ${OCEANIA}`],
  ['APJ', `${ASEAN} ${SOUTH_ASIA} ${EAST_ASIA} ${OCEANIA}`],
  ['ANZ|Australia and New Zealand|Australasia', 'AU NZ'],
  ['ASEAN', ASEAN],
  ['SEA|Southeast Asia|South East Asia|Südostasien', ASEAN],
  ['South Asia|Südasien', SOUTH_ASIA],
  ['East Asia|Ostasien', EAST_ASIA],
  ['Greater China', 'CN HK MO TW'],
  ['Africa|Afrika|Afrique|África', '*AF'],
  ['Sub-Saharan Africa|SSA|Subsahara-Afrika', '*AF - DZ EG LY MA TN EH'],
  ['Antarctica|Antarktis', '*AN'],
  ['Asia|Asien|Asie', '*AS'],
  ['Europe|Europa', '*EU'],
  ['North America|Nordamerika|Amérique du Nord|Norteamérica|América del Norte|NA continent', '*NA'],
  ['South America|Südamerika|Amérique du Sud|Sudamérica|América del Sur', '*SA'],
  ['Oceania|Ozeanien|Océanie|Oceanía', '*OC'],
]

/**
 * Region names that the table of regions has only in the country's own tongue, or that people shorten. Code first.
 */
export const REGION_NAMES: readonly (readonly [code: string, names: string])[] = [
  ['DE-BY', 'Bavaria|Bavière|Baviera'],
  ['DE-NW', 'North Rhine-Westphalia|NRW|Rhénanie-du-Nord-Westphalie'],
  ['DE-SN', 'Saxony|Saxe'],
  ['DE-NI', 'Lower Saxony|Basse-Saxe'],
  ['DE-ST', 'Saxony-Anhalt'],
  ['DE-TH', 'Thuringia'],
  ['DE-RP', 'Rhineland-Palatinate|Rheinland Pfalz'],
  ['DE-HE', 'Hesse'],
  ['DE-MV', 'Mecklenburg-Western Pomerania'],
  ['DE-BW', 'Baden Wurttemberg|Baden-Wuerttemberg|BaWü'],
  ['DE-TH', 'Thueringen'],
  ['AT-9', 'Vienna|Wien'],
  ['AT-1', 'Burgenland'],
  ['AT-2', 'Carinthia|Kärnten'],
  ['AT-3', 'Lower Austria|Niederösterreich'],
  ['AT-4', 'Upper Austria|Oberösterreich'],
  ['AT-5', 'Salzburg'],
  ['AT-6', 'Styria|Steiermark'],
  ['AT-7', 'Tyrol|Tirol'],
  ['AT-8', 'Vorarlberg'],
  ['CH-ZH', 'Zurich|Zürich'],
  ['CH-GE', 'Geneva|Genf|Genève'],
  ['CH-LU', 'Lucerne|Luzern'],
  ['CH-BE', 'Bern|Berne'],
  ['CH-VD', 'Vaud|Waadt'],
  ['CH-TI', 'Ticino|Tessin'],
  ['CH-GR', 'Grisons|Grigioni'],
  ['CH-VS', 'Wallis'],
  ['CH-SG', 'St. Gallen|Saint-Gall'],
  ['CH-BS', 'Basel'],
  ['US-DC', 'Washington DC|Washington D.C.|D.C.'],
  ['US-CA', 'Kalifornien|Californie'],
  ['US-NY', 'New York State'],
  ['US-WA', 'Washington State'],
  ['AU-NSW', 'N.S.W.'],
  ['CA-QC', 'Québec|Quebec'],
  ['CA-BC', 'B.C.'],
  ['GB-ENG', 'England|Angleterre|Inglaterra|Inghilterra'],
  ['GB-SCT', 'Scotland|Schottland|Écosse'],
  ['GB-WLS', 'Wales|Cymru'],
  ['GB-NIR', 'Northern Ireland|Nordirland'],
  ['FR-BRE', 'Brittany'],
  ['FR-NOR', 'Normandy|Normandie'],
  ['FR-COR', 'Corsica|Korsika'],
  ['FR-IDF', 'Paris Region|Paris Île-de-France'],
  ['FR-PAC', 'PACA|Provence'],
  ['BE-VLG', 'Flandern|Vlaanderen|Flandre'],
  ['BE-WAL', 'Wallonien|Wallonie|Wallonië'],
  ['BE-BRU', 'Bruxelles|Brussel|Brüssel|Brussels-Capital'],
  ['NL-NH', 'North Holland|Nordholland'],
  ['NL-ZH', 'South Holland|Südholland'],
  ['NL-NB', 'North Brabant|Nordbrabant'],
  ['NL-FR', 'Fryslân'],
  ['IT-25', 'Lombardy|Lombardei|Lombardie'],
  ['IT-21', 'Piedmont|Piemont'],
  ['IT-52', 'Tuscany|Toskana'],
  ['IT-82', 'Sicily|Sizilien'],
  ['IT-88', 'Sardinia|Sardinien'],
  ['IT-75', 'Apulia|Apulien'],
  ['IT-34', 'Venetien'],
  ['IT-62', 'Latium'],
  ['IT-23', 'Aosta Valley|Aostatal'],
  ['IT-32', 'Trentino-South Tyrol|Trentino-Südtirol'],
  ['ES-AN', 'Andalusia|Andalucía|Andalusien'],
  ['ES-CT', 'Catalonia|Catalunya|Cataluña|Katalonien|Catalogne'],
  ['ES-AR', 'Aragon|Aragón|Aragonien'],
  ['ES-GA', 'Galicia|Galicien|Galice'],
  ['ES-PV', 'Basque Country|País Vasco|Euskadi|Baskenland'],
  ['ES-VC', 'Valencian Community|Comunidad Valenciana|Comunitat Valenciana'],
  ['ES-CL', 'Castile and León|Castilla y León|Kastilien und León'],
  ['ES-CM', 'Castilla-La Mancha'],
  ['ES-EX', 'Extremadura'],
  ['ES-PM', 'Balearic Islands|Balearen|Mallorca'],
  ['ES-CN', 'Canary Islands|Kanaren'],
  ['PT-20', 'Azores|Azoren'],
  ['PL-14', 'Mazovia|Masovia|Masowien'],
  ['PL-24', 'Silesia|Schlesien'],
  ['PL-02', 'Lower Silesia|Niederschlesien'],
  ['PL-12', 'Lesser Poland|Kleinpolen'],
  ['PL-30', 'Greater Poland|Großpolen'],
  ['CZ-10', 'Prague|Prag|Praha'],
  ['SE-M', 'Scania|Schonen'],
]

/**
 * Countries whose regions hardly ever share a name with a town, and the regions of theirs that do. A lead that tells only its town is
 * taken for "Berlin" or "New York", but never for "Bavaria".
 */
export const TOWN_REGIONS: Readonly<Record<string, readonly string[]>> = {
  DE: ['DE-BE', 'DE-HH', 'DE-HB'],
  AT: ['AT-5', 'AT-9'],
  US: ['US-NY', 'US-DC'],
  CA: ['CA-QC'],
  AU: [],
  FR: [],
}

/** Zone of regions in countries of several zones, where one zone rules the whole region (by tz database, 2026). */
export const REGION_ZONES: Readonly<Record<string, string>> = {
  'America/New_York':
    'US-CT US-DC US-DE US-GA US-ME US-MD US-MA US-NH US-NJ US-NY US-NC US-OH US-PA US-RI US-SC US-VT US-VA US-WV',
  'America/Chicago': 'US-AL US-AR US-IL US-IA US-LA US-MN US-MS US-MO US-OK US-WI',
  'America/Denver': 'US-CO US-MT US-NM US-UT US-WY',
  'America/Phoenix': 'US-AZ',
  'America/Los_Angeles': 'US-CA US-WA',
  'Pacific/Honolulu': 'US-HI',
  'America/Puerto_Rico': 'US-PR',
  'America/Halifax': 'CA-NS CA-PE CA-NB',
  'America/Winnipeg': 'CA-MB',
  'America/Regina': 'CA-SK',
  'America/Edmonton': 'CA-AB',
  'America/Whitehorse': 'CA-YT',
  'Australia/Sydney': 'AU-ACT',
  'Australia/Melbourne': 'AU-VIC',
  'Australia/Hobart': 'AU-TAS',
  'Australia/Brisbane': 'AU-QLD',
  'Australia/Darwin': 'AU-NT',
  'Australia/Perth': 'AU-WA',
  'America/Sao_Paulo': 'BR-SP BR-RJ BR-MG BR-ES BR-PR BR-SC BR-RS BR-DF BR-GO',
}

let areas: Map<string, readonly string[]> | undefined

/** Alpha-2 codes of a continent or a well-known area (`DACH`, `EU`, `Nordics`, `North America`); null when it is none. */
export function areaCountries(name: string): readonly string[] | null {
  areas ??= new Map(
    AREAS.flatMap(([names, list]) => {
      const members = membersOf(list)
      return names.split('|').map((one): [string, readonly string[]] => [squash(one), members])
    }),
  )
  const key = squash(name)
  return areas.get(key) ?? (key.startsWith('the') ? areas.get(key.slice(3)) : undefined) ?? null
}

/** `*EU TR - MT` → all of Europe and Turkey, without Malta. */
function membersOf(list: string): readonly string[] {
  const [plus = '', minus = ''] = list.split(' - ')
  const without = new Set(minus.split(' '))
  const members = plus
    .split(' ')
    .flatMap((code) => (code.startsWith('*') ? continentMembers(code.slice(1) as keyof typeof continents) : [code]))
  return [...new Set(members)].filter((code) => !without.has(code))
}
function continentMembers(continent: keyof typeof continents): string[] {
  return Object.entries(countries).flatMap(([code, country]) => (country.continent === continent ? [code] : []))
}
