using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace HpcVerify.Parser.Tests.Library;

/// <summary>One function the C library defines: its prototype, the header it stands in and the CPU feature it needs.</summary>
internal sealed partial record Model(string Header, string Isa, string Result, string Name, ImmutableArray<Model.Parameter> Parameters)
{
    /// <summary>A parameter as the header spells it; the name tells immediates and indices from data.</summary>
    internal sealed record Parameter(string Type, string Name);

    /// <summary>Reads the definitions out of preprocessed text, whose line markers name the headers.</summary>
    public static ImmutableArray<Model> ReadFrom(string preprocessed)
    {
        var header = "";
        var models = ImmutableArray.CreateBuilder<Model>();
        foreach (Match match in MarkerOrDefinition().Matches(preprocessed))
        {
            if (match.Groups["header"].Success)
            {
                header = Path.GetFileName(match.Groups["header"].Value);
            }
            else
            {
                models.Add(new(header, match.Groups["isa"].Value, match.Groups["result"].Value.Trim(),
                    match.Groups["name"].Value, ParametersOf(match.Groups["parameters"].Value)));
            }
        }

        return [.. models.Where(model => !model.Name.StartsWith("hv_", StringComparison.Ordinal))];
    }

    private static ImmutableArray<Parameter> ParametersOf(string text) =>
        text.Trim() == "void"
            ? []
            : [.. text.Split(',').Select(part => LastWord().Match(part.Trim()))
                .Select(match => new Parameter(match.Groups["type"].Value.Trim(), match.Groups["name"].Value))];

    [GeneratedRegex("""
        ^\#\ \d+\ "(?<header>[^"]+)".*?$
        | (?:__annotate__\("isa:"\ "(?<isa>\w+)"\)\)\)\s+)? static\s+inline\s+
          (?<result>[\w\s]+?[\s*]+) (?<name>\w+) \( (?<parameters>[^)]*) \) \s* \{
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline)]
    private static partial Regex MarkerOrDefinition();

    [GeneratedRegex(@"^(?<type>.*?[\s*])(?<name>\w+)$", RegexOptions.Singleline)]
    private static partial Regex LastWord();
}
