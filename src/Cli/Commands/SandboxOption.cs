using System.CommandLine;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary><c>--unsafe-no-sandbox</c>: what becomes of candidate code where there is no sandbox.</summary>
internal sealed class SandboxOption
{
    public Option<bool> Option { get; } = new("--unsafe-no-sandbox") { Description = "run candidate code with resource limits only, if there is no sandbox" };

    public Confinement Of(ParseResult result) => result.GetValue(Option) ? Confinement.UnsafeLimitsOnly : Confinement.Required;
}
