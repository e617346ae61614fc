import { Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { SlotProvider } from '#renderer/ui/slots.tsx';
import { routes } from '../routes.tsx';

/** The window once the settings are known. */
export function Shell() {
  return (
    <SlotProvider>
      <Suspense>
        <Switch>
          {routes.map(({ path, screen: Screen }) => (
            <Route key={path} path={path}>
              {(params) => <Screen params={params} />}
            </Route>
          ))}
        </Switch>
      </Suspense>
    </SlotProvider>
  );
}
