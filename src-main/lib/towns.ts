import { fold } from './fold.ts'

/** Towns whose name differs from tongue to tongue, `|` between the spellings. */
const TOWN_NAMES: readonly string[] = [
  'München|Munich|Monaco di Baviera',
  'Köln|Cologne|Colonia|Keulen',
  'Nürnberg|Nuremberg',
  'Hannover|Hanover',
  'Frankfurt am Main|Frankfurt|Frankfurt/Main|Frankfurt a. M.|Francfort',
  'Aachen|Aix-la-Chapelle',
  'Düsseldorf',
  'Münster',
  'Lübeck',
  'Würzburg',
  'Tübingen',
  'Göttingen',
  'Saarbrücken',
  'Mönchengladbach',
  'Mülheim an der Ruhr|Mülheim',
  'Wien|Vienna|Vienne|Bécs',
  'Zürich|Zurigo',
  'Genève|Geneva|Genf|Ginevra',
  'Basel|Basle|Bâle',
  'Bern|Berne|Berna',
  'Luzern|Lucerne',
  'Lausanne',
  'Bruxelles|Brussel|Brussels|Brüssel',
  'Antwerpen|Antwerp|Anvers',
  'Gent|Ghent|Gand',
  'Brugge|Bruges',
  'Liège|Luik|Lüttich',
  'Den Haag|The Hague|s-Gravenhage|La Haye',
  'Strasbourg|Straßburg|Strassburg',
  'Nice|Nizza',
  'Marseille|Marseilles',
  'Lyon|Lyons',
  'Roma|Rome|Rom',
  'Milano|Milan|Mailand',
  'Torino|Turin',
  'Firenze|Florence|Florenz',
  'Venezia|Venice|Venedig',
  'Napoli|Naples|Neapel',
  'Genova|Genoa|Genua',
  'Bolzano|Bozen',
  'Sevilla|Seville',
  'A Coruña|La Coruña',
  'Lisboa|Lisbon|Lissabon',
  'Porto|Oporto',
  'Praha|Prague|Prag',
  'Brno|Brünn',
  'Warszawa|Warsaw|Warschau',
  'Kraków|Krakow|Cracow|Krakau',
  'Gdańsk|Gdansk|Danzig',
  'Wrocław|Wroclaw|Breslau',
  'Poznań|Poznan|Posen',
  'Łódź|Lodz',
  'București|Bucharest|Bukarest',
  'Beograd|Belgrade|Belgrad',
  'Athina|Athens|Athen|Αθήνα',
  'Thessaloniki|Saloniki',
  'København|Copenhagen|Kopenhagen',
  'Göteborg|Gothenburg',
  'Malmö',
  'Helsinki|Helsingfors',
  'Moskva|Moscow|Moskau|Москва',
  'Kyiv|Kiev|Kiew|Київ',
  'İstanbul|Istanbul',
  'İzmir|Izmir',
  'New York|New York City|NYC',
  'Los Angeles|L.A.',
  'San Francisco|SF',
  'Ciudad de México|Mexico City|CDMX',
  'São Paulo',
  'Montréal|Montreal',
  'Québec|Quebec City',
  'Mumbai|Bombay',
  'Kolkata|Calcutta',
  'Chennai|Madras',
  'Bengaluru|Bangalore',
  'Beijing|Peking|北京',
  'Tōkyō|Tokyo|Tokio|東京',
  'Ōsaka|Osaka|大阪',
]

/** Towns of some size that look like a misspelt country or region: found by trying all above 40,000 people in Europe and America. */
const LOOK_MISSPELT =
  'Maitland|Namur|Vitória|Cambridge|Kanata|Tai’an|Schwerin|Mainz|Lüneburg|Homburg|Harburg|Freiburg|Greve|Sama|Gràcia|Sant Martí|Saint-Malo|Colombes|Palu|Belgaum|Būkān|Vittoria|Suita|Busan|Monrovia|Assen|Butuan|Rumia|Chita|Sugar Land|Lombard|Moline|Palatine|Saint Paul|Providence|Chino|Indio|Missoula|Samarkand'

let groups: Map<string, readonly string[]> | undefined

function load(): Map<string, readonly string[]> {
  const map = new Map<string, readonly string[]>()
  for (const list of TOWN_NAMES) {
    const spellings = [...new Set(list.split('|').flatMap(spellingsOf))]
    for (const spelling of spellings) map.set(spelling, spellings)
  }
  for (const name of LOOK_MISSPELT.split('|')) map.set(fold(name), spellingsOf(name))
  return map
}

/** "münchen" is also written "muenchen" where there is no ü, and "munchen" where nobody cares. */
function spellingsOf(name: string): string[] {
  const folded = fold(name)
  const german = folded.replaceAll(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? letter)
  const bare = folded.normalize('NFD').replaceAll(/\p{Mn}/gu, '')
  return [...new Set([folded, german, bare])]
}

/** The folded spellings of a town, its own among them: "Munich" is also "münchen" and "muenchen". */
export function townNames(text: string): readonly string[] {
  groups ??= load()
  const own = spellingsOf(text)
  return groups.get(own[0]!) ?? groups.get(own.at(-1)!) ?? own
}

/** True for the few towns known here: those of several names, and those that look like a misspelt country. */
export function isCommonTown(text: string): boolean {
  groups ??= load()
  return groups.has(fold(text))
}
