using System.CommandLine;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Cli.Commands;

/// <summary><c>--timing PROFILE</c>: how often a kernel is timed, and which of its times counts.</summary>
internal sealed class TimingOption
{
    private const string Paper = "paper", Robust = "robust";

    public TimingOption() => Option.AcceptOnlyFromAmong(Paper, Robust);

    public Option<string> Option { get; } = new("--timing")
    {
        Description = "'paper': one warm-up, then the mean of 3 runs; 'robust': the median of 11, with their spread and the machine's drift",
        DefaultValueFactory = _ => Paper,
    };

    public TimingProfile Of(ParseResult result) => result.GetValue(Option) == Robust ? TimingProfile.Robust : TimingProfile.Paper;
}
