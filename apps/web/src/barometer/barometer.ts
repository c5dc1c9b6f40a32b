/** The barometer as it is drawn and tabled: a line for each section over the moments at which it is read. */
import {
  barometerMoments,
  barometerOverTime,
  type Assessment,
  type Barometer,
  type Levels,
  type Negotiation,
  type Timestamp,
} from '@entente/agreement'

/** A line of the barometer for each section, and one for all of them. */
export type BarometerLine = { readonly key: string; readonly title: string; readonly levels: readonly Levels[] }

export type BarometerShown = {
  readonly moments: readonly Timestamp[]
  readonly all: BarometerLine
  readonly sections: readonly BarometerLine[]
}

export function barometerShown(negotiation: Negotiation, agreed: Assessment['agreed'], now: Timestamp): BarometerShown {
  return shownOf(barometerOverTime(negotiation, agreed, barometerMoments(negotiation, now)))
}

/** Readings at several moments as lines: what is missing at a moment is nothing there. */
export function shownOf(readings: readonly Barometer[]): BarometerShown {
  const last = readings.at(-1)
  return {
    moments: readings.map(({ at }) => at),
    all: { key: 'all', title: 'All sections', levels: readings.map(({ all }) => all) },
    sections: (last?.sections ?? []).map(({ section, heading }) => ({
      key: section,
      title: heading,
      levels: readings.map(({ sections }) => sections.find((one) => one.section === section)?.levels ?? [0, 0, 0, 0]),
    })),
  }
}
