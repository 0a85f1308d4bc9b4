namespace HpcVerify.Alarms.Grammar;

/// <summary>A random kernel: its definitions as C, and what is known of it.</summary>
/// <param name="MayBeUndefined">Whether a defect was put in or guards were left out.</param>
/// <param name="HasUnseenDefect">Whether what may be undefined is of a kind that no sanitizer reports.</param>
public sealed record RandomKernel(string Name, string Code, bool MayBeUndefined, bool HasUnseenDefect);

/// <summary>Writes random kernels; docs/soundness-alarms.md has the grammar.</summary>
public static class Kernels
{
    private const int MostStatements = 4;

    /// <summary>The kernel that a seed stands for.</summary>
    public static RandomKernel Write(int seed, string name, bool hasAvx512)
    {
        var choice = new Choice(seed, name);
        var scope = Scope.Top(isWild: choice.OneIn(12));
        var expressions = new Expressions(choice);
        var statements = new Statements(choice, expressions);
        var body = new List<string>();
        var hasUnseen = false;
        for (var left = 1 + choice.Below(MostStatements); left > 0; left--)
        {
            switch (choice.Below(5))
            {
                case 0:
                    body.Add(new Teams(choice, expressions, statements).Any(scope));
                    break;
                case 1:
                    body.Add(new Vectors(choice, expressions, hasAvx512).Any(scope));
                    break;
                default:
                    var (text, after) = statements.One(scope);
                    body.Add(text);
                    scope = after;
                    break;
            }
        }

        var hasDefect = choice.OneIn(12);
        if (hasDefect)
        {
            (var defect, hasUnseen) = Defects.Any(choice);
            body.Insert(choice.Below(body.Count + 1), defect);
        }

        var result = $"return {(choice.OneIn(2) ? "0" : expressions.Of('l', scope, 2))};";
        var helpers = statements.Helpers.Select(helper => helper + "\n");
        var code = $"{string.Concat(helpers)}long {name}({Frame.Parameters})\n{{\nif (n <= 0 || m <= 0) return 0;\n{string.Join('\n', body)}\n{result}\n}}\n";
        return new(name, code, scope.IsWild || hasDefect, hasUnseen);
    }
}
