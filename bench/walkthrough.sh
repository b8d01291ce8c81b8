#!/usr/bin/env bash
# What an operator would do instead of a conformance suite: the document's single-host walk-through, typed as docker CLI commands
# with an assertion after each. Prints a line for each check that fails, and the count: what `npm run bench` measures us against.
# Needs DOCKER_HOST, an image IMG with sleep, ping and sh, a directory BIND on the engine's host.
set -u; IMG=${IMG:?an image with sleep, ping and sh}; BIND=${BIND:?a directory on the host of the engine}; pass=0; fail=0
ok() { if eval "$2" >/dev/null 2>&1; then pass=$((pass+1)); else fail=$((fail+1)); echo "FAIL $1"; fi; }
names="wt-web07 wt-nt wt-web01 wt-web02 wt-a1 wt-a2 wt-web03 wt-web04 wt-web05 wt-web06 wt-web08"
cleanup() { docker rm -f -v $names >/dev/null 2>&1; docker network rm wt-mybr wt-envtest >/dev/null 2>&1; docker volume rm wt-named >/dev/null 2>&1; }
cleanup
ok version '[ -n "$(docker version -f "{{.Server.APIVersion}}")" ]'
ok net-bridge 'docker network ls | grep -qw bridge'; ok net-host 'docker network ls | grep -qw host'; ok net-none 'docker network ls | grep -qw none'
docker run -itd --name=wt-nt $IMG sleep 600 >/dev/null
ok default-bridge '[ "$(docker inspect -f "{{range \$k,\$v := .NetworkSettings.Networks}}{{\$k}}{{end}}" wt-nt)" = bridge ]'
ok inspect-has '[ "$(docker network inspect -f "{{range .Containers}}{{.Name}} {{end}}" bridge | grep -cw wt-nt)" = 1 ]'
docker network disconnect bridge wt-nt
ok disconnected '[ "$(docker inspect -f "{{json .NetworkSettings.Networks}}" wt-nt)" = "{}" ]'
docker network create -d bridge wt-mybr >/dev/null
ok mybr '[ "$(docker network inspect -f "{{.Driver}}" wt-mybr)" = bridge ]'
docker run -d --net=wt-mybr --name wt-web01 $IMG sleep 600 >/dev/null
ok web01 '[ -n "$(docker inspect -f "{{(index .NetworkSettings.Networks \"wt-mybr\").IPAddress}}" wt-web01)" ]'
docker run -d --name wt-web02 $IMG sleep 600 >/dev/null
docker network disconnect bridge wt-web02; docker network connect wt-mybr wt-web02
IP1=$(docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' wt-web01); IP2=$(docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' wt-web02)
ok ping12 'docker exec wt-web01 ping -c 2 $IP2'; ok ping21 'docker exec wt-web02 ping -c 2 $IP1'
docker network create -d bridge --subnet 172.29.240.0/24 wt-envtest >/dev/null
docker run -d --net=wt-envtest --name wt-a1 $IMG sleep 600 >/dev/null
ok a1-first '[ "$(docker inspect -f "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}" wt-a1)" = 172.29.240.2 ]'
docker run -d --net=wt-envtest --ip=172.29.240.22 --name wt-a2 $IMG sleep 600 >/dev/null
ok a2-static '[ "$(docker inspect -f "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}" wt-a2)" = 172.29.240.22 ]'
ok isolation '! docker exec wt-a1 ping -c 2 -W 1 $IP1'
ok overlay-no-store '! docker network create --driver overlay --subnet=10.50.200.0/24 wt-ov'
docker run -d --name wt-web03 -v /webapp $IMG sleep 600 >/dev/null
V=$(docker inspect -f '{{range .Mounts}}{{.Name}}{{end}}' wt-web03)
ok anon-named '[ ${#V} = 64 ]'; ok anon-empty '[ -z "$(docker exec wt-web03 ls /webapp)" ]'
docker exec wt-web03 touch /webapp/f; docker rm -f wt-web03 >/dev/null
ok anon-kept 'docker volume inspect $V'; docker volume rm $V >/dev/null
docker run -d -P --name wt-web04 -v $BIND:/opt/webapp $IMG sleep 600 >/dev/null
ok bind '[ "$(docker inspect -f "{{range .Mounts}}{{.Source}}:{{.Destination}}{{end}}" wt-web04)" = $BIND:/opt/webapp ]'
docker create --name wt-web05 -v $BIND:/opt/webapp $IMG /bin/true >/dev/null
docker run -d -P --volumes-from wt-web05 --name wt-web06 $IMG sleep 600 >/dev/null
ok volumes-from 'docker exec wt-web06 ls /opt/webapp'
docker run --rm --name wt-web07 -v /webapp -v $BIND:/opt/webapp $IMG sleep 600 >/dev/null 2>&1 & R=$!
for _ in $(seq 50); do [ "$(docker inspect -f '{{.State.Running}}' wt-web07 2>/dev/null)" = true ] && break; sleep 0.1; done
V7=$(docker inspect -f '{{range .Mounts}}{{.Name}} {{end}}' wt-web07 | tr ' ' '\n' | grep -E '^[0-9a-f]{64}$'); docker kill wt-web07 >/dev/null; wait $R
ok rm-anon '[ -n "$V7" ] && ! docker volume inspect $V7'
docker run -d --name wt-web08 -v wt-named:/data $IMG sleep 600 >/dev/null; docker rm -f -v wt-web08 >/dev/null
ok named-kept 'docker volume inspect wt-named'
cleanup
echo "$pass passed, $fail failed"
