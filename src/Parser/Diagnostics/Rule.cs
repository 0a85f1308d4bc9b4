using System.Globalization;
using System.Reflection;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Diagnostics;

/// <summary>How much a finding matters to the verdict on a file.</summary>
public enum Severity
{
    Info,
    Warning,
    Error,
}

/// <summary>
/// One thing that can be said about a kernel: a stable id, a message with numbered holes, and an explanation for
/// people who meet it for the first time. The id's first digit is its family (see <c>docs/rules.md</c>).
/// </summary>
public sealed record Rule(string Id, Severity Severity, string Title, string Message, string Explanation)
{
    /// <summary>The finding this rule makes at a place, with the holes of its message filled.</summary>
    public Diagnostic At(TextSpan span, params object[] arguments) =>
        new(this, span, string.Format(CultureInfo.InvariantCulture, Message, arguments));

    /// <summary>Every rule declared as a static field in the given assemblies, by id.</summary>
    public static IReadOnlyList<Rule> DeclaredIn(params IEnumerable<Assembly> assemblies) =>
    [
        .. assemblies
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(DeclaredBy)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>Every rule declared as a static field of a type.</summary>
    public static IEnumerable<Rule> DeclaredBy(Type type) =>
        type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(field => field.FieldType == typeof(Rule))
            .Select(field => (Rule)field.GetValue(null)!);
}
