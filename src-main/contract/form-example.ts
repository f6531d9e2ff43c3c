/** Stands where the key belongs while nobody knows it: it is told once. */
const NO_KEY = 'YOUR_KEY'

/**
 * A plain HTML form to copy into a page, ready to use: `address` is the form's whole address. The key stands in the page for all to see; it lets
 * them post, and nothing else. `_gotcha` is hidden from people, and a post that fills it is a robot's.
 */
export function exampleForm(address: string, key: string = NO_KEY): string {
  return `<form action="${escaped(address)}" method="post" accept-charset="utf-8">
  <input type="hidden" name="_key" value="${escaped(key)}">
  <p><label>Name <input name="name" autocomplete="name" required></label></p>
  <p><label>E-mail <input name="email" type="email" autocomplete="email" required></label></p>
  <p><label>Phone <input name="phone" type="tel" autocomplete="tel"></label></p>
  <p><label>Company <input name="company" autocomplete="organization"></label></p>
  <p><label>Message <textarea name="message" rows="5"></textarea></label></p>
  <p><label><input name="consent" type="checkbox" value="yes" required> You may contact me about this request.</label></p>
  <p hidden><label>Leave this empty <input name="_gotcha" tabindex="-1" autocomplete="off"></label></p>
  <button type="submit">Send</button>
</form>
`
}

/** The same for a program, as a command for a POSIX shell. Sent twice with one Idempotency-Key, it is one lead. */
export function exampleCurl(address: string, key: string = NO_KEY): string {
  return `curl ${quoted(address)} \\
  -H ${quoted(`Authorization: Bearer ${key}`)} \\
  -H 'Content-Type: application/json' \\
  -H 'Idempotency-Key: request-1001' \\
  -d '{"name":"Ada Example","email":"ada@customer.example","phone":"+49 30 1234567","message":"Please call me.","utm_source":"newsletter"}'
`
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
