using System.Collections.Immutable;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Scoring;

namespace HpcVerify.Cli.Commands;

/// <summary>What reading one input gave: everything that can be said without running it, or why it could not be read.</summary>
internal abstract record Analysis
{
    private Analysis() { }

    public sealed record Done(StaticReport Report) : Analysis;

    public sealed record Unread(SourceText Source, ImmutableArray<Diagnostic> Findings) : Analysis
    {
        public string Reason => Findings[0].Message;
    }
}
