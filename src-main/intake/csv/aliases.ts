import type { LeadField } from '../../contract/index.ts'

/**
 * What columns are called, by field, best first: the usual English words, then German, French, Spanish, and the commonest of Italian, Dutch
 * and Portuguese; among them the headers of Salesforce, HubSpot, Zoho, Pipedrive, Dynamics, Odoo, CiviCRM, Chatwoot, Krayin, Outlook, Google Contacts and Ads,
 * Thunderbird, Facebook and LinkedIn lead forms. Compared squashed: case, blanks, signs and accents do not matter. No alias stands
 * twice.
 */
export const ALIASES: Readonly<Record<LeadField, readonly string[]>> = {
  name: list(`full name | contact name | name | lead name | person name | display name | customer name | client name | prospect name | your name |
    contact person | deal contact person | contact full name | fullname | candidate name | attendee | respondent | voller name |
    vollständiger name | vor- und nachname | vorname nachname | ansprechpartner | ansprechpartnerin | kontaktname | kontaktperson | kontakt |
    name des kontakts | kundenname | nom complet | nom et prénom | prénom et nom | nom du contact | nom prénom | nombre completo |
    nombre y apellidos | nombre y apellido | nombre del contacto | persona de contacto | lead | prospect |
    nome completo | nome e cognome | nominativo | volledige naam | naam contactpersoon | contactpersoon | nome do contato | nome do cliente | seu nome |
    il tuo nome | uw naam | votre nom | ihr name | su nombre | tu nombre |
    anzeigename | partner contact | nombre para mostrar`),
  firstName:
    list(`first name | given name | forename | firstname | fname | first | christian name | vorname | rufname | prénom | prenom |
    nombre de pila | primer nombre | nombres | contact first name | lead first name |
    voornaam | primeiro nome | nome di battesimo`),
  lastName:
    list(`last name | surname | family name | lastname | lname | last | second name | nachname | familienname | zuname | nom de famille |
    apellidos | apellido | primer apellido | contact last name | lead last name |
    cognome | achternaam | sobrenome | apelido`),
  email:
    list(`email | email address | primary email | email 1 | email 1 value | e-mail 1 address | work email | business email | company email |
    email work | person email work | person email | contact email | lead email | customer email | your email | email id | mail | mail address |
    emails | electronic mail | email primary | primary email address | professional email | email1 | emailaddress1 | e-mail-adresse |
    mailadresse | emailadresse | geschäftliche e-mail | e-mail geschäftlich | adresse e-mail | adresse email | adresse mail | courriel | mél |
    e-mail professionnel | correo | correo electrónico | dirección de correo electrónico | correo electronico 1 | email de contacto |
    indirizzo email | e-mailadres | endereço de email | seu email | ihre e-mail | ihre e-mail-adresse | votre email | votre adresse e-mail | su correo electrónico |
    la tua email | uw e-mail | uw e-mailadres | posta elettronica |
    user email | email from | primäre e-mail-adresse | adresse de messagerie | adresse de courrier | e-mail 1 adresse | e-mail adresse`),
  email2:
    list(`email 2 | secondary email | e-mail 2 address | email 2 value | alternate email | alternative email | other email | second email |
    additional email | additional emails | personal email | private email | home email | email home | person email home | email other |
    person email other | email secondary | zweite e-mail | e-mail 2 | private e-mail | e-mail privat | e-mail secondaire | email personnel |
    correo electrónico 2 | correo secundario | correo personal |
    sekundäre e-mail-adresse | e-mail 2 adresse | adresse de messagerie 2 | adresse de courrier 2 | dirección del correo electrónico 2`),
  phone:
    list(`phone | phone number | phone 1 | phone 1 value | primary phone | telephone | telephone number | tel | tel no | business phone |
    work phone | work phone number | phone work | person phone work | person phone | contact phone | contact phone number | lead phone | customer phone | your phone |
    office phone | company phone | business phone number | telephone 1 | telephone1 | phone no | phone numbers | contact number | contact numbers |
    mobile | mobile phone | mobile number | mobile phone number | mobile no | mobile without country code | phone without country code | cell |
    cell phone | cell number | person phone mobile | phone mobile | whatsapp | whatsapp number | telefon | telefonnummer | telefon 1 |
    rufnummer | telefon geschäftlich | telefon (geschäftlich) | geschäftlich telefon | handy | handynummer | mobil | mobilnummer | mobiltelefon |
    mobilfunknummer | téléphone | numéro de téléphone | tél | téléphone professionnel | téléphone portable | portable | mobile professionnel |
    teléfono | número de teléfono | teléfono 1 | teléfono móvil | móvil | celular | teléfono de contacto |
    numero di telefono | cellulare | recapito telefonico | telefoonnummer | telefoon | mobiel | gsm | telefone | telemóvel | número de telefone | seu telefone |
    ihre telefonnummer | votre téléphone | su teléfono | uw telefoonnummer | recapito |
    user phone | tel dienstlich | mobiltelefon 1 | mobil-tel.-nr. | haupttelefon | telefon firma | téléphone bureau | téléphone (bureau) | tél mobile | téléphone mobile | téléphone société | teléfono del trabajo | número de móvil | company main phone`),
  phone2:
    list(`phone 2 | phone 2 value | secondary phone | business phone 2 | alternate phone | other phone | second phone | additional phone |
    home phone | home phone number | phone home | person phone home | home number | phone other | person phone other | telephone 2 | telephone2 |
    evening phone | telefon 2 | telefon privat | zweite telefonnummer | téléphone 2 | téléphone fixe | téléphone personnel | teléfono 2 | teléfono fijo |
    telefon geschäftlich 2 | telefon (privat) | telefon (privat 2) | tel privat | weiteres telefon | téléphone 2 (bureau) | téléphone (domicile) | téléphone (autre) | teléfono del trabajo 2 | otro teléfono | teléfono particular`),
  company:
    list(`company | company name | organization | organisation | organization name | organisation name | account name | account | business name |
    business | employer | company account | organization 1 name | associated company | name of company | company or organization | your company |
    related company | lead company | contact company | parent customer | firma | firmenname | unternehmen | unternehmensname | organisation 1 |
    arbeitgeber | gesellschaft | société | nom de la société | entreprise | nom de l'entreprise | raison sociale | empresa |
    nombre de la empresa | compañía | razón social | partner name |
    azienda | ragione sociale | nome azienda | società | bedrijf | bedrijfsnaam | nome da empresa |
    organisatie | organización | nombre de empresa | partner`),
  title:
    list(`job title | jobtitle | position | job position | job role | designation | organization title | organization 1 title | occupation | title |
    role | job | function | berufsbezeichnung | stellenbezeichnung | funktion | jobbezeichnung | titre du poste | poste | intitulé du poste |
    fonction | cargo | puesto | puesto de trabajo | posición |
    ruolo | qualifica | functie | functietitel |
    titre | arbeitstitel | poste occupé`),
  website:
    list(`website | web site | website url | url | homepage | home page | web page | web page 1 | webpage | company website |
    website 1 value | company domain name | company domain | domain | domain name | web | site | site url | webseite | internetseite | internetadresse |
    firmenwebsite | site web | site internet | sitio web | página web |
    sito web | site da empresa |
    webseite 1 | página web 1 | page web | website 1`),
  industry:
    list(`industry | industry type | company industry | sector | business sector | vertical | branche | industrie | wirtschaftszweig |
    secteur | secteur d'activité | industria | sector de actividad | rubro |
    settore | branche bedrijf | setor`),
  address:
    list(`address | street | street address | address line 1 | address 1 | mailing street | billing street | billing address | business street |
    business address | work address | company address | address 1 street | address 1 line 1 | street 1 | mailing address | postal address | address 1 formatted |
    organization address | home street | home address | straße | strasse | anschrift | straße und hausnummer | straße geschäftlich | adresse | rue |
    adresse postale | numéro et rue | dirección | calle | domicilio |
    indirizzo | adres | straat | straat en huisnummer | endereço | morada | rua |
    rue bureau | rue (bureau) | calle del trabajo | dienstlich adresse | calle y número`),
  city: list(`ort geschäftlich | city | town | city name | mailing city | billing city | business city | work city | address 1 city | company city | city town | locality | home city |
    suburb | ort | stadt | wohnort | ort geschäftlich | ville | commune | ciudad | localidad | población | municipio | location |
    città | comune | woonplaats | plaats | stad | gemeente | cidade |
    ville bureau | ville (bureau) | ciudad de trabajo | ciudad del trabajo | dienstlich ort`),
  region:
    list(`state | region | province | state province | state region | state or province | state code | province state | mailing state | mailing state province |
    billing state | billing state province | business state | work state | address 1 region | address 1 state | address 1 state province | home state |
    company state | us state | bundesland | kanton | région | département | provincia | estado | comunidad autónoma | región |
    regione | regio | provincie |
    region geschäftlich | bundesland geschäftlich | bundesland/kanton geschäftlich | dép/région bureau | dép/région (bureau) | provincia o estado de trabajo | provincia o estado del trabajo | dienstlich bundesland | state_id/name | state_id/code | state_id`),
  postalCode:
    list(`postal code | zip | zip code | zipcode | zip postal code | post code | postcode | mailing zip | mailing zip postal code |
    mailing postal code | billing zip | billing zip postal code | billing postal code | business postal code | work zipcode | work zip code |
    address 1 postal code | address 1 zip postal code |
    home zipcode | home zip code | home postal code | plz | postleitzahl | postleitzahl geschäftlich | code postal | código postal | cp |
    cap | codice postale | código de postal | cep |
    postal zip code | code postal bureau | code postal (bureau) | código postal del trabajo | dienstlich plz`),
  country:
    list(`country | country region | country name | country code | country iso | mailing country | billing country | business country region | business country |
    work country | address 1 country | address 1 country region | home country | home country region | company country | nation | land | staat | land region |
    land geschäftlich | pays | país | ip country |
    paese | nazione | país de residência |
    land/region geschäftlich | pays/région bureau | pays/région (bureau) | país o región del trabajo | dienstlich land | country_id/name | country_id/code | country_id`),
  language:
    list(`language | preferred language | lead language | contact language | locale | sprache | bevorzugte sprache | langue | langue préférée |
    idioma | idioma preferido |
    lang | lang_id | lang_id/name | lang_id/code`),
  product:
    list(`product | product interest | product of interest | product name | interested in | product interested in | products | interest | service |
    service interested in | produkt | interesse | interessiert an | produktinteresse | produit | produit d'intérêt | producto | producto de interés | interés |
    prodotto | produto | interesse in | dienst | dienstleistung | servizio | serviço | servicio`),
  message:
    list(`message | your message | inquiry | enquiry | comments | comment | notes | note | contact notes | lead notes | crm note | remarks | question | request |
    details | description | internal notes | nachricht | ihre nachricht | anfrage | bemerkung | bemerkungen | notiz | notizen | kommentar | kommentare |
    anmerkung | anmerkungen | beschreibung | mitteilung | commentaire | commentaires | remarque | remarques | mensaje | comentario | comentarios |
    nota | notas | observaciones | descripción |
    messaggio | il tuo messaggio | richiesta | commenti | bericht | opmerking | opmerkingen | vraag | aanvraag | mensagem | sua mensagem | observações | wiadomość | uwagi`),
  source:
    list(`lead source | source | original source | original traffic source | source of lead | data source | lead origin | utm source | lead source name |
    channel | origin | referral source | how did you hear about us | where did you hear about us | platform | leadquelle | quelle | herkunft | kanal |
    source du lead | source du prospect | origine | provenance | canal | fuente | origen | fuente del lead | origen del lead |
    source_id/name | source_id`),
  owner:
    list(`lead owner | owner | contact owner | account owner | record owner | deal owner | owner name | owner email | lead owner email | hubspot owner | assigned to |
    assigned user | assignee | assigned rep | sales rep | sales person | salesperson | sales owner | rep | rep email | account manager | sales representative |
    assigned agent |
    besitzer | lead-besitzer | leadinhaber | zuständig | zuständiger mitarbeiter | verantwortlich | verantwortlicher | bearbeiter | vertriebsmitarbeiter | kundenbetreuer |
    propriétaire | propriétaire du lead | responsable | commercial | assigné à | propietario | propietario del lead | asignado a | vendedor | agente asignado |
    user_id/name | user_id`),
  externalId:
    list(`lead id | external id | record id | contact id | prospect id | lead key | record id contact | lead number | unique id | uuid | guid | identifier |
    id | crm id | person id | facebook lead id | leadgen id | datensatz-id | lead-id | kontakt-id | externe id | identifiant | référence | id del lead | identificador`),
  currency: list(
    `currency | currency code | deal currency | currency iso code | lead currency | währung | devise | moneda | divisa |
    currency of value | currency_id/name`,
  ),
  employees:
    list(`employees | number of employees | no of employees | no. of employees | employee count | num employees | company size | company employees |
    headcount | staff size | size | mitarbeiter | mitarbeiterzahl | anzahl mitarbeiter | anzahl der mitarbeiter | unternehmensgröße | firmengröße | effectif |
    effectifs | nombre d'employés | nombre de salariés | taille de l'entreprise | empleados | número de empleados | cantidad de empleados | tamaño de la empresa`),
  revenue:
    list(`annual revenue | revenue | company revenue | yearly revenue | turnover | annual turnover | umsatz | jahresumsatz | chiffre d'affaires |
    revenu annuel | ca annuel | facturación | ingresos | ingresos anuales`),
  value:
    list(`deal value | lead value | opportunity value | value | estimated value | amount | deal amount | opportunity amount | expected revenue | potential value |
    estimated budget | budget | deal size | auftragswert | wert | betrag | potenzial | valeur | montant | valeur estimée | valor | valor estimado | importe |
    monto | presupuesto`),
  score: list(
    `lead score | score | hubspot score | contact score | leadscore | lead scoring | rating score | punktzahl | bewertung | score du lead | puntuación`,
  ),
  tags: list(`tags | tag | labels | label | categories | category | group membership | groups | lists | schlagworte | schlagwörter | kategorien | kategorie |
    étiquettes | étiquette | catégories | etiquetas | etiqueta | categorías |
    tag_ids/name | tag_ids`),
  stage:
    list(`stage | deal stage | lead stage | lead status | status | crm status | lifecycle stage | pipeline stage | opportunity stage | stage name | leadstatus |
    phase | vertriebsphase | étape | statut | statut du lead | etapa | etapa del lead | estado del lead |
    stage_id/name | stage_id | status reason`),
  receivedAt:
    list(`received at | received | created at | created | created date | create date | date created | creation date | created time | created on | createdate |
    lead created | lead lead created |
    lead date | date added | added on | add time | submitted | submitted at | submission date | submission time | date submitted | inquiry date | enquiry date |
    registration date |
    signup date | timestamp | date time | date received | date | erstellt | erstellt am | erstelldatum | erstellungsdatum | angelegt am | eingang | eingangsdatum |
    eingegangen am | datum |
    date de création | créé le | date de réception | date d'ajout | fecha de creación | fecha de alta | creado el | fecha de registro | fecha |
    person created | contact created | deal created | lead submit time | lead submission time`),
}

/** Headers of which only the company's own list speaks, so that a bare "Name" beside them names a company. */
export const COMPANY_SIGNS: readonly string[] =
  list(`number of employees | numberofemployees | no of employees | employees | employee count | annual revenue | annualrevenue | account number | accountnumber |
  organization id | organisation id | company id | account id | industry | founded | ticker symbol | tickersymbol | parent id | parentid | is a company | sic |
    vat | vat number |
  mitarbeiterzahl | branche | umsatz | ust-id | jahresumsatz`)

/** Ids of an organisation: the key of its row only in a list of organisations; in a list of people many rows share one. */
export const COMPANY_IDS: readonly string[] = list('organization id | organisation id | company id | account id')

/** The number in a street, where it has a column of its own. */
export const HOUSE_NUMBERS: readonly string[] =
  list(`house number | house no | house nr | street number | street no | building number | hausnummer | hausnr | haus-nr |
  numéro de rue | numéro de voie | numéro | número | número exterior | huisnummer | civico`)

function list(text: string): string[] {
  return text.split('|').map((alias) => alias.trim().replaceAll(/\s+/g, ' '))
}
