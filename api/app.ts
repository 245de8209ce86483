import express from 'express';
import type { Express } from 'express';
import helmet from 'helmet';
import type { Dependencies } from './dependencies';
import { serveDocs } from './docs';
import { mount } from './http/mount';
import { namesFrom } from './http/named';
import { noSuchRoute, requestLog, writeProblem } from './http/requests';
import { ROUTES } from './routes';

/** The HTTP API: parse, authorise, hand over, answer. Opens nothing and listens to nothing itself. */
export function createApp(deps: Dependencies): Express {
  const app = express();
  app.disable('x-powered-by');
  // ETags are the complaint's version, not a fingerprint of the answer.
  app.disable('etag');
  app.use(requestLog(deps.log));
  // Served on plain HTTP too, inside a company: a browser told to upgrade would show nothing.
  app.use(helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } }));
  serveDocs(app);
  mount(app, ROUTES, deps);
  app.use(noSuchRoute);
  app.use(writeProblem(deps.log, namesFrom(deps.database)));
  return app;
}
