import { useLocalStorage } from '@mantine/hooks';
import { Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import type { Workspace } from '#renderer/bridge/types.ts';
import { routes } from '../routes.tsx';
import styles from './frame.module.css';
import { useFrameActions } from './frame-actions.ts';
import { Inspector } from './inspector.tsx';
import { MissingPage } from './missing-page.tsx';
import { Rail } from './rail.tsx';
import { ScreenBoundary } from './screen-boundary.tsx';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';

/** Rail, top bar, work, inspector, status line. */
export function Frame({ workspace }: { workspace: Workspace }) {
  const [location] = useLocation();
  const [railOpen, setRailOpen] = useLocalStorage({
    key: 'galley.rail',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const [inspectorOpen, setInspectorOpen] = useLocalStorage({
    key: 'galley.inspector',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const actions = useFrameActions({
    toggleRail: () => setRailOpen(!railOpen),
    toggleInspector: () => setInspectorOpen(!inspectorOpen),
  });
  return (
    <div className={styles.frame}>
      <Rail open={railOpen} toggle={actions.toggleRail} />
      <div className={styles.main}>
        <TopBar workspace={workspace} actions={actions} inspectorOpen={inspectorOpen} />
        <div className={styles.middle}>
          <main className={styles.work} key={workspace.id} id="work">
            <ScreenBoundary place={location}>
              <Suspense fallback={<div className={styles.loading} aria-busy="true" />}>
                <Switch>
                  {routes.map(({ path, screen: Screen }) => (
                    <Route key={path} path={path}>
                      {(params) => <Screen params={params} />}
                    </Route>
                  ))}
                  <Route>
                    <MissingPage />
                  </Route>
                </Switch>
              </Suspense>
            </ScreenBoundary>
          </main>
          <Inspector open={inspectorOpen} />
        </div>
        <StatusLine workspace={workspace} />
      </div>
    </div>
  );
}
