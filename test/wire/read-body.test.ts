import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { BodyRefused, readBody } from '../../src-main/wire/http/read-body.ts'

test('a body that only drips is given up, however steadily', async () => {
  const server = createServer()
  const refused = new Promise((resolve) => server.on('request', (request) => void readBody(request, 150).catch(resolve)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n')
  const drip = setInterval(() => socket.write('x'), 20)
  onTestFinished(() => {
    clearInterval(drip)
    socket.destroy()
    server.close()
  })
  const error = await refused
  expect(error).toBeInstanceOf(BodyRefused)
  expect(error).toMatchObject({ status: 408, data: { field: 'body', reason: 'it did not come in time' } })
})
