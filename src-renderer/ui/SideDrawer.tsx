import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useUiWords } from './words.tsx'

interface SideDrawerProps {
  isOpen: boolean
  title: string
  /** Width in pixels. */
  size: number
  onClose: () => void
  children: ReactNode
}

/** A longer form beside the screen. Its head is no banner, and the way out has a name. */
export function SideDrawer({ isOpen, title, size, onClose, children }: SideDrawerProps) {
  const words = useUiWords()
  return (
    <Drawer.Root opened={isOpen} onClose={onClose} position="right" size={size}>
      <Drawer.Overlay />
      <Drawer.Content>
        <Drawer.Header role="presentation">
          <Drawer.Title fw={600}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={words.close} />
        </Drawer.Header>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
