# Sourced by the other scripts: leaves the path of uv in $UV, fetching uv when this machine has none.

UV=$(command -v uv || true)
if [ -z "$UV" ] && [ -x .tools/bin/uv ]; then
    UV=.tools/bin/uv
fi
if [ -z "$UV" ]; then
    echo "eduverse: getting uv, which installs everything else …" >&2
    if ! python3 -m venv .tools >/dev/null 2>&1; then
        rm -rf .tools
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
            apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null
            python3 -m venv .tools
        else
            echo "eduverse: python3 cannot make virtual environments here; install python3-venv, or uv, and run this again." >&2
            exit 1
        fi
    fi
    .tools/bin/python -m pip install --quiet --disable-pip-version-check uv
    UV=.tools/bin/uv
fi
