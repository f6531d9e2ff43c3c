// A way for the page to ask for the leads.
const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('desk', { leads: () => ipcRenderer.invoke('leads') })
