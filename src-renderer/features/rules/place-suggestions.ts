import { useEffect, useState } from 'react'
import { countries } from '../../lib/countries.ts'
import { locale } from '../../text/formats.ts'
import { areaWords } from '../../text/rule-fields.ts'

/** Continents, areas and countries, then regions: a region as its name where only one has it, else as its code. */
export function placesOf(regions: readonly { name: string; code: string }[]): string[] {
  const named = [...areaWords, ...countries(locale).map((country) => country.label)]
  const taken = new Set(named)
  const often = new Map<string, number>()
  for (const { name } of regions) often.set(name, (often.get(name) ?? 0) + 1)
  const own = regions
    .map(({ name, code }) => (often.get(name) === 1 && !taken.has(name) ? name : code))
    .sort((a, b) => a.localeCompare(b, locale))
  return [...named, ...new Set(own)]
}

/** What a person may mean by a place. Regions are many and come a moment later. */
export function usePlaceSuggestions(): string[] {
  const [places, setPlaces] = useState(() => placesOf([]))
  useEffect(() => {
    let isHere = true
    void readRegions().then((regions) => {
      if (isHere) setPlaces(placesOf(regions))
    })
    return () => {
      isHere = false
    }
  }, [])
  return places
}

async function readRegions(): Promise<{ name: string; code: string }[]> {
  const { allCountries } = await import('country-region-data')
  return allCountries.flatMap(([, country, regions]) =>
    regions.filter(([, code]) => code).map(([name, code]) => ({ name, code: `${country}-${code}` })),
  )
}
