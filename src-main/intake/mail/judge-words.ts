/**
 * How mail programs of several languages say what a mail is. Each of these is asked of subjects or of the first lines of a text, never of a whole
 * mail; all are linear.
 */

/** Subjects of bounces. A person may write one, too: they count together with another sign. */
export const BOUNCE_SUBJECT = new RegExp(
  [
    String.raw`\bundeliver(?:ed|able)\b`,
    String.raw`\breturned (?:e?-?mail|to sender|message)\b`,
    String.raw`\bfailure notice\b`,
    String.raw`\bdelivery (?:status|failure|failed|error|problem|notification|report|incomplete|unsuccessful|has failed|delayed)`,
    String.raw`\b(?:e?-?mail|message) (?:delivery|system error|could not be delivered|not delivered|you sent blocked)`,
    String.raw`\b(?:cannot|could not|unable to) (?:send|deliver)\b`,
    String.raw`\bnon-?delivery\b|\bnot delivered\b|\bdelayed mail\b|\bmail delivery\b|\buser unknown\b`,
    String.raw`unzustellbar|nicht zustellbar|nicht zugestellt|zustellung (?:fehlgeschlagen|verzögert)|zustellungsfehler|unzugestellt`,
    String.raw`non remis|échec de (?:la )?(?:remise|livraison|distribution)|non délivré|message non distribué|non distribuable`,
    String.raw`no (?:se )?(?:pudo|puede) entregar|no entregado|error de entrega|fallo en la entrega|devuelto al remitente`,
    String.raw`mancato recapito|non recapitabile|recapito non riuscito|impossibile recapitare|consegna fallita`,
    String.raw`não (?:foi )?entregue|falha na entrega|não entregável|não é possível entregar`,
    String.raw`onbestelbaar|niet bezorgd|bezorging mislukt|kan niet worden bezorgd`,
    String.raw`nie można dostarczyć|niedostarczon|zwrot poczty|niedoręczalna`,
    String.raw`kunde inte levereras|olevererbar|kan ikke leveres|ikke leveret|ikke levert|toimitus epäonnistui`,
    String.raw`nedoručiteln|nelze doručit|kézbesíthetetlen|teslim edilemedi|mesajul nu a putut fi livrat|αδυναμία παράδοσης`,
    String.raw`недоставленн|не доставлено|не удалось доставить|невозможно доставить`,
    String.raw`配信(?:不能|エラー|できません|を配信できません)|送信できません|不達|退信|无法投递|無法傳遞|未送达|배달되지|전송 실패`,
  ].join('|'),
  'iu',
)

/** First lines that only mail servers write. */
export const BOUNCE_TEXT = new RegExp(
  [
    String.raw`created automatically by mail delivery software`,
    String.raw`this is the (?:mail system at host|qmail-send program|mail delivery agent|[\w-]+ mail agent)`,
    String.raw`automatically generated delivery status notification`,
    String.raw`(?:i'?m afraid )?i wasn'?t able to deliver your message`,
    String.raw`delivery (?:to the following (?:recipient|address)|has failed to these|failed \d+ attempts)`,
    String.raw`(?:did not reach|could not be delivered to) the following recipient`,
    String.raw`following address(?:es)?(?:\(es\))? (?:had (?:permanent|delivery)|could not be delivered)`,
    String.raw`(?:could not|unable to|cannot) (?:be )?deliver(?:ed)? (?:your )?message`,
    String.raw`transcript of session follows|final-recipient:|diagnostic-code:|reporting-mta:|smtp error from remote`,
    String.raw`you are not a member of this mailing list`,
    String.raw`your message (?:to \S+ )?(?:was|is) (?:not delivered|blocked by)|your message could not be`,
    String.raw`ihre nachricht (?:konnte|wurde) nicht|an die folgenden empfänger`,
    String.raw`<<< ?[45]\d\d |^(?:>>> )?[45]\d\d[ -][45]\.\d\.\d`,
    String.raw`このメールは送信できません|配信できませんでした|以下のメールアドレスへの送信に失敗`,
  ].join('|'),
  'imu',
)

/** Subjects that programs put in front of an answer nobody wrote. */
export const AUTO_REPLY_SUBJECT = new RegExp(
  `^(?:\\[[^\\]]{0,40}\\] ?)?(?:(?:re|aw|sv|antw): ?)?(?:${[
    String.raw`auto(?:matic(?:ally generated)?|mated)?[ -]?(?:reply|response|responder)\b`,
    String.raw`out of (?:the )?office(?: (?:auto-?reply|autoreply|reply|message|response|notification))? ?(?:[:(–—-]|$)`,
    String.raw`(?:on|away on) (?:vacation|holiday|leave)(?: reply| response| message)? ?(?:[:(–—-]|$)|vacation (?:reply|response|message)`,
    String.raw`automatische (?:antwort|beantwortung)|abwesenheits(?:notiz|nachricht|assistent|meldung)|abwesenheit ?:|ich bin (?:nicht im büro|im urlaub)`,
    String.raw`réponse automatique|absence du bureau|message d'absence|notification d'absence`,
    String.raw`respuesta automática|fuera de (?:la )?oficina`,
    String.raw`risposta automatica|fuori (?:sede|ufficio)`,
    String.raw`resposta automática|fora do escritório|ausência temporária`,
    String.raw`automatisch antwoord|automatische reactie|afwezigheids`,
    String.raw`auto(?:matisk[t]? )?svar|fraværsbesked|frånvaromeddelande|automaattinen vastaus|poissaoloviesti`,
    String.raw`automatyczna odpowiedź|autoodpowiedź|automatická odpově[dď]|automatikus válasz|răspuns automat|otomatik yanıt|αυτόματη απάντηση`,
    String.raw`автоответ|автоматический ответ|автоматична відповідь`,
    String.raw`自動(?:応答|返信|回覆)|自动(?:回复|答复)|不在通知|자동 (?:회신|응답)`,
  ].join('|')})`,
  'iu',
)

export const RECEIPT_SUBJECT =
  /^(?:(?:read|not read|gelesen|ungelesen gelöscht|lu|non lu|leído|no leído|letto|lido|gelezen|läst|lest|læst|przeczytano|přečteno|прочитано|開封済み|已读|已讀) ?[:：]|(?:read|return|delivery) receipt\b|lesebestätigung|empfangsbestätigung ?:|accusé de (?:lecture|réception)|confirmación de lectura|conferma di lettura|disposition notification)/iu

export const FORWARD_SUBJECT =
  /^(?:\[[^\]]{0,40}\] ?)?(?:(?:re|aw|sv|antw|r): ?){0,3}(?:fwd?|wg|tr|rv|i|enc|vs|vb|doorst|pd|továbbított|转发|轉寄|пересл)(?:\[\d\])? ?[:：]/iu
export const REPLY_SUBJECT = /^(?:\[[^\]]{0,40}\] ?)?(?:re|aw|sv|antw|odp|r|res|ynt|vá|回复|回覆|返信)(?:\[\d\])? ?[:：]/iu
/** Lines above a forwarded mail within a text. */
export const FORWARDED_TEXT =
  /^[> \t]*(?:-{2,} ?(?:forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado|messaggio inoltrato|mensagem encaminhada|doorgestuurd bericht|пересылаемое сообщение)|begin forwarded message|anfang der weitergeleiteten)/imu

export const SPAM_SUBJECT =
  /^\W{0,5}(?:\*{2,} ?spam ?\*{2,}|[[({<]spam[\])}>]|spam(?:verdacht|-verdacht)? ?[:：]|suspected spam)/iu
export const AUTO_GENERATED_SUBJECT =
  /^\W{0,3}(?:auto(?:matically)?[ -]generated|automatisch (?:generiert|erzeugt)e?)\b|^cron <[^>]{1,200}>/iu
/** Sums of many leads, or of a week. They count when a program sent them. */
export const DIGEST_SUBJECT = new RegExp(
  [
    String.raw`\bhot sheet\b|\bdigest\b`,
    String.raw`\b(?:daily|weekly|monthly|quarterly|yearly) (?:[\w-]+ )?(?:summary|report|recap|production|round-?up|update|stats|statistics|overview|leads?)\b`,
    String.raw`\byour (?:day|week|month) (?:in review|at a glance|ahead)\b`,
    String.raw`^\W*(?:you have |you've got |there are )?(?:[2-9]|\d{2,4}) (?:new )?(?:opportunities|leads waiting|unread|open leads)\b`,
    String.raw`\b(?:tages|wochen|monats|quartals)(?:bericht|übersicht|report)\b|\b(?:wöchentlich|täglich|monatlich)e[rs]? (?:bericht|zusammenfassung|übersicht)`,
    String.raw`\b(?:résumé|rapport|bilan) (?:quotidien|hebdomadaire|mensuel)|\b(?:resumen|informe) (?:diario|semanal|mensual)`,
  ].join('|'),
  'iu',
)
/** Of Realtor.com: a lead's answer to a text message, from the sender that sends leads. */
export const TEXT_REPLY_SUBJECT = /^new text reply from\b/iu

/** Names and local parts of addresses that mail servers, newsletters and programs write from. Departments of firms (marketing@) are people. */
export const SERVER_NAME =
  /^(?:mailer[- ]?daemon|mail-?daemon|postmaster|mail\.delivery\.system|mail delivery (?:sub)?system|mail deliver system)$/iu
export const NEWS_NAME =
  /^(?:e?-?news(?:letters?|flash)?|news-(?:letter|flash)|mailings?|promo(?:tion)?s?|deals)(?:[+._-][\w.-]*)?$/iu
export const MACHINE_NAME =
  /^(?:no-?_?reply|do-?_?not-?_?reply|notif(?:y|ications?)|alerts?|digests?|reports?|summary|updates?|automated|system|robot|bot|mailer|news)(?:[+._-][\w.-]*)?$/iu
/** Web servers and form plug-ins write from their site's own domain under these. */
export const SITE_NAME =
  /^(?:wordpress|wp|www(?:-data)?|web(?:site|master|form|server|mail)?|forms?|formular|kontaktformular|contact-?form|apache|nginx|nobody|httpd|server|mailer|anfrage(?:formular)?|no-?_?reply|do-?_?not-?_?reply|notifications?|typo3|drupal|joomla|shop)(?:[+._-][\w.-]*)?$/iu
