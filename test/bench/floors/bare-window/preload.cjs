// Asks for the leads at once, and writes them into the page when both are there.
const { ipcRenderer } = require('electron')

const loaded = new Promise((resolve) => window.addEventListener('DOMContentLoaded', resolve))

void Promise.all([ipcRenderer.invoke('rows'), loaded]).then(([leads]) => {
  const rows = leads.map((lead, i) => {
    const row = document.createElement('div')
    row.setAttribute('role', 'row')
    row.setAttribute('aria-rowindex', String(i + 1))
    row.textContent = Object.values(lead).join(' ')
    return row
  })
  document.querySelector('main').append(...rows)
})
