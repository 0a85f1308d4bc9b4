# Sourced: settings under which dotnet asks and sends nothing, speaks English, and leaves no server behind that would hold
# the caller's streams and locks.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
export DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

if ! command -v dotnet >/dev/null; then
    echo "hpcverify: the .NET 10 SDK is missing (https://dotnet.microsoft.com/download)" >&2
    exit 2
fi

# dotnet and NuGet keep their state at home; where there is none, they get one that is forgotten.
if [[ ! -d ${HOME-} || ! -w $HOME ]]; then
    HOME=$(mktemp -d)
    export HOME
fi
