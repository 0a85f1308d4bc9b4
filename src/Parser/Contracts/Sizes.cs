using System.Collections.Immutable;

namespace HpcVerify.Parser.Contracts;

/// <summary>
/// A value for each size parameter by name, such as <c>M=4 N=8 K=3</c>. A floating parameter may have one too; without,
/// its value is generated.
/// </summary>
public sealed record Sizes(ImmutableSortedDictionary<string, long> Values)
{
    public static Sizes Of(IEnumerable<KeyValuePair<string, long>> values) =>
        new(values.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));

    public long? this[string parameter] => Values.TryGetValue(parameter, out var value) ? value : null;

    /// <summary>In the order of the parameters: <c>M=4 N=8 K=3</c>.</summary>
    public string Describe(IEnumerable<string> order) => string.Join(' ', order.Select(name => $"{name}={this[name]}"));
}
