/**
 * Headers of the usual exports, as their makers document them or their files in public repositories show them, and the field each fills:
 * `header > field`; `> +phone` for one that stands in where the field's own cell is empty; nothing for one kept under its own header.
 */
export const EXPORT_HEADERS: Readonly<Record<string, string>> = {
  'Salesforce lead report': `
    Lead Owner > owner | First Name > firstName | Last Name > lastName | Title > title | Company / Account > company |
    Email > email | Phone > phone | Mobile > phone2 | Street > address | City > city | State/Province > region |
    Zip/Postal Code > postalCode | Country > country | Lead Source > source | Lead Status > stage | Rating |
    Industry > industry | Annual Revenue > revenue | No. of Employees > employees | Website > website |
    Create Date > receivedAt | Last Activity | Converted | Unread By Owner | Lead ID > externalId | Do Not Call |
    Email Opt Out | Description > message`,
  'Salesforce Data Loader': `
    ID > externalId | ISDELETED | MASTERRECORDID | LASTNAME > lastName | FIRSTNAME > firstName | SALUTATION | NAME > name |
    TITLE > title | COMPANY > company | STREET > address | CITY > city | STATE > region | POSTALCODE > postalCode |
    COUNTRY > country | PHONE > phone | MOBILEPHONE > phone2 | FAX | EMAIL > email | WEBSITE > website |
    DESCRIPTION > message | LEADSOURCE > source | STATUS > stage | INDUSTRY > industry | RATING | ANNUALREVENUE > revenue |
    NUMBEROFEMPLOYEES > employees | OWNERID | ISCONVERTED | CREATEDDATE > receivedAt | LASTMODIFIEDDATE`,
  'HubSpot contacts': `
    Record ID > externalId | First Name > firstName | Last Name > lastName | Email > email | Phone Number > phone |
    Mobile Phone Number > phone2 | Contact owner > owner | Primary Associated Company ID | Last Activity Date (GMT+2) |
    Lead Status > stage | Marketing contact status | Create Date (GMT+2) > receivedAt | Company Name > company |
    Job Title > title | Website URL > website | Street Address > address | City > city | State/Region > region |
    Postal Code > postalCode | Country/Region > country | Original Source > source | Lifecycle Stage |
    Number of Employees > employees | Annual Revenue > revenue | Industry > industry | Preferred language > language |
    HubSpot Score > score | Associated Company`,
  'Zoho CRM leads': `
    Record Id > externalId | Lead Owner.id | Lead Owner > owner | Company > company | First Name > firstName |
    Last Name > lastName | Title > title | Email > email | Phone > phone | Fax | Mobile > phone2 | Website > website |
    Lead Source > source | Lead Status > stage | Industry > industry | No. of Employees > employees |
    Annual Revenue > revenue | Rating | Email Opt Out | Skype ID | Salutation | Secondary Email > email2 | Twitter |
    Street > address | City > city | State > region | Zip Code > postalCode | Country > country | Description > message |
    Created By.id | Created By | Created Time > receivedAt | Modified Time | Tag > tags | Full Name > name |
    Currency > currency`,
  'Pipedrive people': `
    Person - Name > name | Person - Label > tags | Person - Organization > company | Person - Email - Work > email |
    Person - Email - Home > email2 | Person - Email - Other > +email | Person - Phone - Work > phone |
    Person - Phone - Home > +phone | Person - Phone - Mobile > phone2 | Person - Phone - Other > +phone |
    Person - Open deals | Person - Next activity date | Person - Owner > owner | Person - Person created > receivedAt |
    Person - ID > externalId | Person - Marketing status`,
  'Pipedrive leads': `
    Lead - ID > externalId | Lead - Title | Lead - Label > tags | Lead - Value > value |
    Lead - Currency of Value > currency | Lead - Owner > owner | Lead - Lead created > receivedAt | Lead - Source > source |
    Person - Name > name | Person - Email > email | Person - Phone > phone | Organization - Name > company |
    Organization - Address > address`,
  Outlook: `
    Title | First Name > firstName | Middle Name | Last Name > lastName | Suffix | Company > company | Department |
    Job Title > title | Business Street > address | Business Street 2 | Business Street 3 | Business City > city |
    Business State > region | Business Postal Code > postalCode | Business Country/Region > country | Home Street |
    Home Street 2 | Home Street 3 | Home City | Home State | Home Postal Code | Home Country/Region | Other Street |
    Other City | Other State | Other Postal Code | Other Country/Region | Assistant's Phone | Business Fax |
    Business Phone > +phone | Business Phone 2 > phone2 | Callback | Car Phone | Company Main Phone > +phone | Home Fax |
    Home Phone > +phone | Home Phone 2 | ISDN | Mobile Phone > +phone | Other Fax | Other Phone > +phone | Pager |
    Primary Phone > phone | Radio Phone | TTY/TDD Phone | Telex | Account | Anniversary | Assistant's Name |
    Billing Information | Birthday | Business Address PO Box | Categories > tags | Children | Directory Server |
    E-mail Address > email | E-mail Type | E-mail Display Name | E-mail 2 Address > email2 | E-mail 2 Type |
    E-mail 2 Display Name | E-mail 3 Address | Gender | Government ID Number | Hobby | Initials | Keywords |
    Language > language | Location | Manager's Name | Mileage | Notes > message | Office Location | PO Box | Priority |
    Private | Profession | Referred By | Sensitivity | Spouse | User 1 | Web Page > website`,
  'Outlook (German)': `
    Anrede | Vorname > firstName | Weitere Vornamen | Nachname > lastName | Suffix | Firma > company | Abteilung |
    Position > title | Straße geschäftlich > address | Straße geschäftlich 2 | Ort geschäftlich > city |
    Region geschäftlich > region | Postleitzahl geschäftlich > postalCode | Land/Region geschäftlich > country |
    Straße privat | Ort privat | Bundesland/Kanton privat | Postleitzahl privat | Land/Region privat | Weitere Straße |
    Telefon Assistent | Fax geschäftlich | Telefon geschäftlich > phone | Telefon geschäftlich 2 > phone2 | Rückmeldung |
    Autotelefon | Telefon Firma > +phone | Fax privat | Telefon (privat) > +phone | Telefon (privat 2) > +phone | ISDN |
    Mobiltelefon 1 > +phone | Weiteres Fax | Weiteres Telefon > +phone | Pager | Haupttelefon > +phone | Telex |
    Abrechnungsinformation | Benutzer 1 | Beruf | Büro | E-Mail-Adresse > email | E-Mail-Typ | E-Mail: Angezeigter Name |
    E-Mail 2: Adresse > email2 | E-Mail 2: Typ | Geburtstag | Geschlecht | Hobby | Initialen | Kategorien > tags | Konto |
    Notizen > message | Ort | Priorität | Privat | Sprache > language | Stichwörter | Webseite > website`,
  'Outlook (French)': `
    Titre > title | Prénom > firstName | Deuxième prénom | Nom > lastName | Suffixe | Société > company | Service | Titre |
    Rue (bureau) > address | Rue (bureau) 2 | Ville (bureau) > city | Dép/Région (bureau) > region |
    Code postal (bureau) > postalCode | Pays/Région (bureau) > country | Rue (domicile) | Ville (domicile) |
    Code postal (domicile) | Pays/Région (domicile) | Téléphone de l'assistant(e) | Télécopie (bureau) |
    Téléphone (bureau) > phone | Téléphone 2 (bureau) > phone2 | Rappel | Téléphone (voiture) > +phone |
    Téléphone société > +phone | Télécopie (domicile) | Téléphone (domicile) > +phone | Tél. mobile > +phone |
    Téléphone (autre) > +phone | Catégories > tags | Adresse de messagerie > email | Type de messagerie |
    Nom complet de l'adresse de messagerie | Adresse de messagerie 2 > email2 | Notes > message | Page Web > website`,
  'Outlook (Spanish)': `
    Tratamiento | Nombre > firstName | Segundo nombre | Apellidos > lastName | Sufijo | Organización > company |
    Departamento | Puesto > title | Calle del trabajo > address | Ciudad de trabajo > city |
    Provincia o estado de trabajo > region | Código postal del trabajo > postalCode | País o región del trabajo > country |
    Calle particular | Ciudad particular | Fax del trabajo | Teléfono del trabajo > phone |
    Teléfono del trabajo 2 > phone2 | Particular | Número de móvil > +phone | Otro teléfono > +phone |
    Dirección de correo electrónico > email | Tipo de correo electrónico | Nombre para mostrar del correo electrónico |
    Dirección del correo electrónico 2 > email2 | Categorías > tags | Notas > message | Página Web > website`,
  'Google Contacts': `
    First Name > firstName | Middle Name | Last Name > lastName | Phonetic First Name | Phonetic Middle Name |
    Phonetic Last Name | Name Prefix | Name Suffix | Nickname | File As | Organization Name > company |
    Organization Title > title | Organization Department | Birthday | Notes > message | Photo | Labels > tags |
    E-mail 1 - Label | E-mail 1 - Value > email | E-mail 2 - Label | E-mail 2 - Value > email2 | Phone 1 - Label |
    Phone 1 - Value > phone | Phone 2 - Label | Phone 2 - Value > phone2 | Address 1 - Label | Address 1 - Formatted |
    Address 1 - Street > address | Address 1 - City > city | Address 1 - PO Box | Address 1 - Region > region |
    Address 1 - Postal Code > postalCode | Address 1 - Country > country | Address 1 - Extended Address |
    Website 1 - Label | Website 1 - Value > website`,
  'Google Contacts, until 2022': `
    Name > name | Given Name > firstName | Additional Name | Family Name > lastName | Yomi Name | Name Prefix |
    Name Suffix | Initials | Nickname | Short Name | Maiden Name | Birthday | Gender | Location | Billing Information |
    Directory Server | Mileage | Occupation | Hobby | Sensitivity | Priority | Subject | Notes > message |
    Language > language | Photo | Group Membership > tags | E-mail 1 - Type | E-mail 1 - Value > email | Phone 1 - Type |
    Phone 1 - Value > phone | Address 1 - Type | Address 1 - Formatted | Address 1 - Street > address |
    Address 1 - City > city | Address 1 - PO Box | Address 1 - Region > region | Address 1 - Postal Code > postalCode |
    Address 1 - Country > country | Address 1 - Extended Address | Organization 1 - Type | Organization 1 - Name > company |
    Organization 1 - Yomi Name | Organization 1 - Title > title | Organization 1 - Department | Website 1 - Type |
    Website 1 - Value > website`,
  'Google Ads lead form': `
    Lead ID > externalId | Campaign ID | Campaign Name | Asset group ID | Form ID | Gclid | Lead Submit Time > receivedAt |
    Full Name > name | User Email > email2 | User Phone > phone2 | City > city | Postal Code > postalCode |
    Company Name > company | Job Title > title | Work Email > email | Work Phone > phone`,
  'Facebook lead ads': `
    id > externalId | created_time > receivedAt | ad_id | ad_name | adset_id | adset_name | campaign_id | campaign_name |
    form_id | form_name | is_organic | platform > source | what_is_your_budget? | email > email | full_name > name |
    phone_number > phone | street_address > address | city > city | state > region | zip_code > postalCode |
    country > country | company_name > company | job_title > title | lead_status > stage`,
  'Facebook lead ads (German)': `
    id > externalId | created_time > receivedAt | ad_id | form_id | form_name | is_organic | platform > source |
    e-mail-adresse > email | vollständiger_name > name | telefonnummer > phone | postleitzahl > postalCode | ort > city |
    lead_status > stage`,
  'LinkedIn lead gen forms': `
    Lead ID > externalId | Submitted At > receivedAt | Form Name | Campaign Group Name | Campaign ID | Creative ID |
    Lead Type | Test Lead | First name > firstName | Last name > lastName | Email address > email | Work email > email2 |
    Phone number > phone | Work phone number > phone2 | Job title > title | Company name > company |
    Company size > employees | Industry > industry | City > city | State/Province > region | Country/Region > country |
    Postal/Zip code > postalCode | LinkedIn profile link`,
  'Odoo leads': `
    External ID > externalId | Created on > receivedAt | Opportunity | Contact Name > name | Company Name > company |
    Email > email | Phone > phone | Mobile > phone2 | Street > address | Street2 | City > city | State > region |
    Zip > postalCode | Country > country | Website > website | Job Position > title | Salesperson > owner | Sales Team |
    Stage > stage | Expected Revenue > value | Source > source | Medium | Campaign | Tags > tags | Language > language |
    Notes > message`,
  'Odoo leads, for import': `
    id > externalId | create_date > receivedAt | name | contact_name > name | partner_name > company | email_from > email |
    phone > phone | mobile > phone2 | street > address | city > city | state_id/id | zip > postalCode |
    country_id/code > country | website > website | function > title | user_id/name > owner | team_id/name |
    stage_id/name > stage | expected_revenue > value | source_id/name > source | tag_ids/name > tags | lang_id > language |
    description > message`,
  Thunderbird: `
    First Name > firstName | Last Name > lastName | Display Name > name | Nickname | Primary Email > email |
    Secondary Email > email2 | Screen Name | Work Phone > phone | Home Phone > +phone | Fax Number | Pager Number |
    Mobile Number > phone2 | Home Address | Home Address 2 | Home City | Home State | Home ZipCode | Home Country |
    Work Address > address | Work Address 2 | Work City > city | Work State > region | Work ZipCode > postalCode |
    Work Country > country | Job Title > title | Department | Organization > company | Web Page 1 > website | Web Page 2 |
    Birth Year | Birth Month | Birth Day | Custom 1 | Notes > message`,
  'Thunderbird (German)': `
    Vorname > firstName | Nachname > lastName | Anzeigename > name | Spitzname | Primäre E-Mail-Adresse > email |
    Sekundäre E-Mail-Adresse > email2 | Messenger-Name | Tel. dienstlich > phone | Tel. privat > +phone | Fax-Nummer |
    Pager-Nummer | Mobil-Tel.-Nr. > phone2 | Privat: Adresse | Privat: Adresse 2 | Privat: Ort | Privat: Bundesland |
    Privat: PLZ | Privat: Land | Dienstlich: Adresse > address | Dienstlich: Adresse 2 | Dienstlich: Ort > city |
    Dienstlich: Bundesland > region | Dienstlich: PLZ > postalCode | Dienstlich: Land > country | Arbeitstitel > title |
    Abteilung | Organisation > company | Webseite 1 > website | Webseite 2 | Geburtsjahr | Notizen > message`,
  'Dynamics 365 leads': `
    (Do Not Modify) Lead | (Do Not Modify) Row Checksum | Name > name | Topic | Status Reason > stage |
    Created On > receivedAt | First Name > firstName | Last Name > lastName | Job Title > title | Business Phone > phone |
    Mobile Phone > phone2 | Email > email | Company Name > company | Website > website | Street 1 > address | City > city |
    State/Province > region | ZIP/Postal Code > postalCode | Country/Region > country | Description > message |
    Industry > industry | Annual Revenue > revenue | No. of Employees > employees | Owner > owner | Lead Source > source |
    Rating`,
}
