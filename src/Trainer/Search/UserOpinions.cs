using HpcVerify.Rewards.Policy;
using HpcVerify.Trainer.Search.Archives;

namespace HpcVerify.Trainer.Search;

/// <summary>
/// What users say of kernels, by the kernels' code: the last word that takes a side counts, for every sample that is the same C. It moves the
/// rewards of right kernels only, because no word makes a wrong kernel right, and none makes a failure of ours a number.
/// </summary>
public sealed class UserOpinions
{
    private readonly Dictionary<string, Opinion> _verdicts = [];
    private readonly Dictionary<string, List<string>> _comments = [];

    private UserOpinions() { }

    /// <param name="codeOf">The code of a sample.</param>
    public static UserOpinions Of(IEnumerable<ArchivedOpinion> opinions, Func<long, string> codeOf)
    {
        var all = new UserOpinions();
        foreach (var opinion in opinions)
        {
            var code = codeOf(opinion.Sample);
            if (opinion.Verdict != Opinion.None)
            {
                all._verdicts[code] = opinion.Verdict;
            }

            if (opinion.Comment.Length > 0)
            {
                (all._comments.TryGetValue(code, out var comments) ? comments : all._comments[code] = []).Add(opinion.Comment);
            }
        }

        return all;
    }

    /// <summary>What is said of a kernel.</summary>
    public Opinion On(string code) => _verdicts.GetValueOrDefault(code);

    /// <summary>What a policy is paid for an outcome.</summary>
    public double? Paid(Outcome outcome, string code, double weight) => outcome.Level != Level.Ok ? outcome.Reward : On(code) switch
    {
        Opinion.Accepted => outcome.Reward + weight,
        Opinion.Rejected => outcome.Reward - weight,
        _ => outcome.Reward,
    };

    /// <summary>What was found of a kernel, and what users say.</summary>
    public string Feedback(string found, string code)
    {
        var verdict = On(code) switch { Opinion.Accepted => "a user accepts it", Opinion.Rejected => "a user rejects it", _ => "" };
        IEnumerable<string> comments = _comments.GetValueOrDefault(code, []).Select(comment => $"a user says: {comment}");
        return string.Join('\n', comments.Prepend(verdict).Prepend(found).Where(line => line.Length > 0));
    }
}
