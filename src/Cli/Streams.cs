using System.Globalization;
using HpcVerify.Cli.Commands;
using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli;

/// <summary>Where a command puts what it says: results, complaints and progress; <c>Terminal</c> is null where nobody watches.</summary>
internal sealed record Streams(TextWriter Results, TextWriter Errors, Progress Progress, TerminalReport? Terminal)
{
    /// <summary>What <c>--verbose</c> asks for.</summary>
    public void SayDone(string file, TimeSpan elapsed) => Errors.Complain(string.Create(CultureInfo.InvariantCulture, $"{file}: done after {elapsed.TotalMilliseconds:0} ms"));
}
