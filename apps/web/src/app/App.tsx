/**
 * The pages and their addresses. What is around every page stands here once: the sprite, the live region, the notices.
 */
import { lazy, Suspense } from 'react'
import { Route, Router, Switch } from 'wouter'
import { Announcer } from '../design/Announcer.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { Sprite } from '../design/Sprite.tsx'
import { Toasts } from '../design/Toast.tsx'
import { StartPage } from '../start/StartPage.tsx'
import { routerBase } from './base.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { earlierCaucusPages, groupPages, negotiationPages } from './first-page.ts'
import { NotFound } from './NotFound.tsx'
import { PlainPage } from './PlainPage.tsx'

// The start page comes at once; the rest, with the editor, when it is needed.
const JoinPage = lazy(async () => ({ default: (await import('../join/JoinPage.tsx')).JoinPage }))
const OpenPage = lazy(async () => ({ default: (await import('../open/OpenPage.tsx')).OpenPage }))
const AccountPage = lazy(async () => ({ default: (await import('../account/AccountPage.tsx')).AccountPage }))
const PrivacyPage = lazy(async () => ({ default: (await import('../privacy/PrivacyPage.tsx')).PrivacyPage }))
const PublicBarometerPage = lazy(async () => ({ default: (await import('../barometer/PublicBarometerPage.tsx')).PublicBarometerPage }))
const { Page: NegotiationPages } = negotiationPages
const { Page: GroupPages } = groupPages
const { Page: EarlierCaucusPages } = earlierCaucusPages

export function App() {
  return (
    <>
      <Sprite />
      <ErrorBoundary>
        <Router base={routerBase}>
          <Suspense fallback={<Opening />}>
            <Switch>
              <Route path="/">
                <StartPage />
              </Route>
              <Route path="/new">
                <OpenPage />
              </Route>
              <Route path="/join">
                <JoinPage />
              </Route>
              <Route path="/account">
                <AccountPage />
              </Route>
              <Route path="/privacy">
                <PrivacyPage />
              </Route>
              <Route path="/barometer/:negotiation">
                {({ negotiation }) => <PublicBarometerPage key={negotiation} id={negotiation} />}
              </Route>
              <Route path="/n/:negotiation/group/:group">
                {({ negotiation, group }) => <GroupPages key={negotiation} id={negotiation} group={group} />}
              </Route>
              <Route path="/n/:negotiation/caucus/:number">
                {({ negotiation, number }) => <EarlierCaucusPages key={negotiation} id={negotiation} number={number} />}
              </Route>
              <Route path="/n/:negotiation/:view?">
                {({ negotiation, view }) => <NegotiationPages key={negotiation} id={negotiation} view={view} />}
              </Route>
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </Suspense>
        </Router>
      </ErrorBoundary>
      <Announcer />
      <Toasts />
    </>
  )
}

function Opening() {
  return (
    <PlainPage title="Opening">
      <Skeleton waitingFor="Opening the page" />
    </PlainPage>
  )
}
