# The suite itself, with what it needs on a machine: docker build -t engine-conformance .
#   docker run --rm --network host -v /var/run/docker.sock:/var/run/docker.sock -v "$PWD/reports:/reports" engine-conformance
# Reports go to /reports. Debian's Node.js, ping and docker client, as on a machine without containers.

FROM debian:trixie-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates nodejs npm
WORKDIR /suite
COPY package.json package-lock.json ./
# The sources are not there yet, so nothing can be built.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run -s build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM debian:trixie-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends busybox-static ca-certificates docker-cli iputils-ping nodejs openssh-client \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /suite
COPY --from=build /suite/package.json ./
COPY --from=build /suite/node_modules node_modules
COPY --from=build /suite/bin bin
COPY --from=build /suite/schemas schemas
COPY --from=build /suite/reports/baselines reports/baselines
COPY --from=build /suite/dist dist
WORKDIR /reports
ENTRYPOINT ["/suite/bin/engine-conformance.js"]
CMD ["run", "--output", "/reports"]
