using System.Collections.Immutable;
using System.Text;
using HpcVerify.Verifier.Parametric;

namespace HpcVerify.Verifier.Certificates;

/// <summary>
/// Conditions that isl, or Z3 after it, said no integers satisfy, and on which claims for all sizes rest: each once, under the
/// subject that was looked at first. Another solver can be asked the same (SOUNDNESS 21).
/// </summary>
public sealed class ExclusionBook
{
    private readonly Dictionary<Formula, string> _subjects = [];

    /// <summary>What is being looked at: the subject of what is added from now on.</summary>
    public string Subject { get; set; } = "";

    /// <summary>The subjects under which there is something, in order.</summary>
    public IEnumerable<string> Subjects => _subjects.Values.Distinct();

    public ImmutableArray<Formula> Of(string subject) => [.. _subjects.Where(item => item.Value == subject).Select(item => item.Key)];

    internal void Add(Formula excluded) => _subjects.TryAdd(excluded, Subject);

    /// <summary>The question whether anything satisfies a condition, as declarations and an assertion in SMT-LIB.</summary>
    public static string QuestionOf(Formula excluded) => SmtText.Of(excluded, [.. excluded.Dimensions.OrderBy(dimension => dimension.Number)]);

    /// <summary>All questions of a subject as one script.</summary>
    public string ScriptOf(string subject)
    {
        var script = new StringBuilder($"; {subject}, for all sizes: every (check-sat) has to answer unsat.\n; Claims rest on those before them, and on what is said there.\n(set-logic ALL)\n");
        foreach (var excluded in Of(subject))
        {
            script.Append("(push 1)\n").Append(QuestionOf(excluded)).Append("(check-sat)\n(pop 1)\n");
        }

        return script.ToString();
    }
}
