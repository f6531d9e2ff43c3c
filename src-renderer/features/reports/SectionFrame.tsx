import { Group, Paper, SegmentedControl, Title } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { reportsText } from '../../text/reports.ts'
import classes from './reports.module.css'

export type SectionView = 'chart' | 'table'

export const useView = (first: SectionView): [SectionView, (view: SectionView) => void] => useState<SectionView>(first)

interface SectionFrameProps {
  title: string
  /** How much room it needs: a narrow table shares its row with another, a broad one where the screen is wide. */
  width: 'narrow' | 'broad' | 'full'
  /** Null where there is only a table. */
  view: SectionView | null
  onView: (view: SectionView) => void
  children: ReactNode
}

/** A part of a report, with the switch between its picture and its numbers. */
export function SectionFrame({ title, width, view, onView, children }: SectionFrameProps) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title} className={classes.section} data-width={width}>
      <Group justify="space-between" mb="sm" mih={28}>
        <Title order={2} size="h5">
          {title}
        </Title>
        {view === null ? null : (
          <SegmentedControl<SectionView>
            size="xs"
            className={classes.unprinted}
            aria-label={reportsText.view.label(title)}
            value={view}
            onChange={onView}
            data={[
              { value: 'chart', label: reportsText.view.chart },
              { value: 'table', label: reportsText.view.table },
            ]}
          />
        )}
      </Group>
      {children}
    </Paper>
  )
}
