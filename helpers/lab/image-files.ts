/** What an image of a recipe is built from. */
import type { AptSource } from './apt-source';
import { KIND_LABEL } from './marks';
import type { PackageRecipe } from './recipe';

/** No service is started by its package: none of them is the host's own. Source: invoke-rc.d(8). */
const POLICY = '#!/bin/sh\nexit 101\n';

/** Nobody reads manuals here, and a build that is cut short is thrown away: nothing has to reach the disk in order. */
const DPKG = `force-unsafe-io
path-exclude=/usr/share/doc/*
path-exclude=/usr/share/man/*
path-exclude=/usr/share/info/*
path-exclude=/usr/share/locale/*
`;

/** The Dockerfile of a recipe on a base. */
export function dockerfile({ kind, source }: PackageRecipe, base: string): string {
  return `FROM ${base}
COPY policy-rc.d /usr/sbin/policy-rc.d
COPY dpkg.cfg /etc/dpkg/dpkg.cfg.d/90engine-conformance
COPY apt.conf /etc/apt/apt.conf.d/90engine-conformance
RUN chmod 755 /usr/sbin/policy-rc.d \\
 && apt-get -q update \\
 && DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install ${source.packages.join(' ')} \\
 && apt-get clean \\
 && rm -rf /var/lib/apt/lists/*
LABEL ${KIND_LABEL}="${kind}"
`;
}

/** All files of the build. */
export function buildFiles(recipe: PackageRecipe, base: string, { options }: AptSource): Record<string, string> {
  return {
    Dockerfile: dockerfile(recipe, base),
    'policy-rc.d': POLICY,
    'dpkg.cfg': DPKG,
    'apt.conf': `${['Acquire::Languages "none";', ...options].join('\n')}\n`,
  };
}

/** What an image of the recipe depends on, but for the machine that builds it. */
export function contentOf(recipe: PackageRecipe, base: string): unknown {
  return [dockerfile(recipe, base), POLICY, DPKG];
}
