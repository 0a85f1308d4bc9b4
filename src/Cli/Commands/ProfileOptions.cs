using System.Collections.Immutable;
using System.CommandLine;
using HpcVerify.Cli.Reports;
using HpcVerify.Rewards.Policy;

namespace HpcVerify.Cli.Commands;

/// <summary>How a command line pays for evidence: a score for each file, or one for each of a whole group.</summary>
internal sealed record Payment(GroupPayment Group, RewardWeights Weights, bool IsOfGroup)
{
    /// <summary>The reports with what their evidence is worth.</summary>
    public IReadOnlyList<FileReport> Judge(IReadOnlyList<FileReport> reports) =>
        [.. reports.Zip(Group.Judge([.. reports.Select(report => report.Evidence!)]), (report, score) => report with { Score = score })];
}

/// <summary><c>--profile</c>, <c>--weights</c> and <c>--group</c>.</summary>
internal sealed class ProfileOptions
{
    private readonly Option<string> _profile = new("--profile")
    {
        Description = "what evidence is worth: 'paper' is Eq. 3, 'paper-sqd' its share of the group's best (with --group), 'verified' pays for proofs, and 'raw', 'log-speedup' and 'unit' are for trainers",
        DefaultValueFactory = _ => RewardProfile.Paper.Name,
    };

    private readonly Option<string?> _weights = new("--weights") { Description = "a JSON file with the numbers of the profiles; 'paper' has its own" };

    private readonly Option<bool> _group = new("--group") { Description = "the files are the whole group of samples that one prompt gave" };

    public ProfileOptions() => _profile.AcceptOnlyFromAmong([.. GroupPayment.Names]);

    public IEnumerable<Option> All => [_profile, _weights, _group];

    /// <summary>What was asked for, or the sentence that says why that cannot be had.</summary>
    public (Payment? Payment, string? Problem) Of(ParseResult result)
    {
        var (weights, problem) = result.GetValue(_weights) is { } path ? RewardWeightsReader.Read(path) : (RewardWeights.Default, null);
        if (weights is null)
        {
            return (null, problem);
        }

        var (payment, isGroup) = (GroupPayment.Of(result.GetValue(_profile)!, weights), result.GetValue(_group));
        return payment.IsRelative && !isGroup
            ? (null, $"profile '{payment.Profile}' is for a whole group (add --group, if the files are all the samples of one prompt)")
            : (new(payment, weights, isGroup), null);
    }
}
