const NAME = 'Lead Desk'
const SIZE = 64

/** The number in the title of a browser's tab, and a dot on its icon. */
export function showOnTab(count: number): void {
  document.title = count === 0 ? NAME : `(${count}) ${NAME}`
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  const hasDot = count > 0
  if (icon === null || drawn === hasDot) return
  drawn = hasDot
  icon.href = drawIcon(hasDot)
}
/** What the icon shows; the number changes a thousand times a second, the dot seldom. */
let drawn: boolean | null = null

/** The mark of build/icon.svg, drawn here so that the page loads nothing for it. */
function drawIcon(hasDot: boolean): string {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIZE
  const pen = canvas.getContext('2d')
  if (pen === null) return 'data:,'
  pen.scale(SIZE / 512, SIZE / 512)
  const disc = (x: number, y: number, radius: number, colour: string): void => {
    pen.fillStyle = colour
    pen.beginPath()
    pen.arc(x, y, radius, 0, Math.PI * 2)
    pen.fill()
  }
  const road = (colour: string, ...to: [number, number, number, number, number, number]): void => {
    pen.strokeStyle = colour
    pen.lineWidth = 40
    pen.lineCap = 'round'
    pen.beginPath()
    pen.moveTo(150, 256)
    pen.bezierCurveTo(...to)
    pen.stroke()
  }
  pen.fillStyle = '#16233a'
  pen.beginPath()
  pen.roundRect(8, 8, 496, 496, 110)
  pen.fill()
  road('#8fa3c4', 230, 256, 220, 392, 300, 392)
  road('#3ddbb4', 230, 256, 216, 146, 280, 146)
  disc(340, 392, 40, '#8fa3c4')
  disc(118, 256, 58, '#f5f8ff')
  disc(372, 116, 56, '#3ddbb4')
  if (hasDot) disc(380, 380, 124, '#e5484d')
  return canvas.toDataURL('image/png')
}
