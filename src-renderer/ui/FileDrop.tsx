import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import classes from './FileDrop.module.css'

export type DropRefusal = 'directory' | 'many' | 'nothing'

interface FileDropProps {
  /** Shown over everything inside while a file is dragged over it. */
  label: string
  onFile: (file: File) => void
  /** Takes several dropped together; without it they are refused. */
  onMany?: (files: readonly File[]) => void
  onRefused: (why: DropRefusal) => void
  isOff?: boolean
  className?: string
  children: ReactNode
}

/**
 * Takes a file dropped anywhere on what it wraps, or several where that makes sense. Folders are refused by name: a browser would read them as an empty file. One inside
 * another has the drop to itself, also where the inner one stands in a drawer: events go the way of the tree, not of the page.
 */
export function FileDrop({ label, onFile, onMany, onRefused, isOff = false, className, children }: FileDropProps) {
  const depth = useRef(0)
  const [isOver, setIsOver] = useState(false)
  if (isOff) return <div className={className}>{children}</div>

  const carriesFiles = (event: DragEvent): boolean => {
    if (!event.dataTransfer.types.includes('Files')) return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  const leave = (): void => {
    depth.current = 0
    setIsOver(false)
  }
  return (
    <div
      className={[classes.surface, className].filter(Boolean).join(' ')}
      onDragEnter={(event) => {
        if (!carriesFiles(event)) return
        depth.current++
        setIsOver(true)
      }}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return
        event.dataTransfer.dropEffect = 'copy'
      }}
      onDragLeave={(event) => {
        if (!carriesFiles(event)) return
        if (--depth.current <= 0) leave()
      }}
      onDrop={(event) => {
        if (!carriesFiles(event)) return
        leave()
        const items = [...event.dataTransfer.items].filter((item) => item.kind === 'file')
        const files = [...event.dataTransfer.files]
        const file = files[0]
        if (items.some((item) => item.webkitGetAsEntry?.()?.isDirectory === true)) onRefused('directory')
        else if (file === undefined) onRefused('nothing')
        else if (files.length === 1) onFile(file)
        else if (onMany === undefined) onRefused('many')
        else onMany(files)
      }}
    >
      {children}
      {isOver && (
        <div className={classes.cover} aria-hidden="true">
          <span className={classes.label}>{label}</span>
        </div>
      )}
    </div>
  )
}
