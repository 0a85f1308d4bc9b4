using System.CommandLine;
using System.Globalization;
using HpcVerify.Parser.Contracts;

namespace HpcVerify.Cli.Commands;

/// <summary>Sizes on a command line: <c>--sizes M=8,N=8,K=3</c>, as often as wanted.</summary>
internal static class SizesOption
{
    public static Option<string[]> Create()
    {
        var option = new Option<string[]>("--sizes") { Description = "verify at these sizes only, such as M=8,N=8,K=3; may be repeated", AllowMultipleArgumentsPerToken = false };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => Of(token.Value) is null))
            {
                result.AddError($"--sizes is a list such as M=8,N=8,K=3, not '{token.Value}'");
            }
        });
        return option;
    }

    /// <summary>The sizes that a word gives; null where it is none.</summary>
    public static Sizes? Of(string word)
    {
        var values = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var pair in word.Split(','))
        {
            if (pair.Split('=') is not [{ Length: > 0 } name, var number] || !long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || !values.TryAdd(name.Trim(), value))
            {
                return null;
            }
        }

        return Sizes.Of(values);
    }

    /// <summary>What is wrong with sizes for a task; null where nothing is.</summary>
    public static string? Problem(Sizes sizes, KernelTask task)
    {
        var (given, wanted) = (sizes.Values.Keys.Order(StringComparer.Ordinal), task.SizeNames.Order(StringComparer.Ordinal));
        return given.SequenceEqual(wanted) ? null : $"'{task.Name}' has the sizes {string.Join(", ", task.SizeNames)}, not {string.Join(", ", given)}";
    }
}
