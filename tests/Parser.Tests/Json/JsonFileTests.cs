using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using HpcVerify.Parser.Json;

namespace HpcVerify.Parser.Tests.Json;

/// <summary>What is said of JSON that cannot be read: a place, and words that know nothing of the program's types.</summary>
public sealed class JsonFileTests : IDisposable
{
    private static readonly JsonSerializerOptions Strict = JsonFile.Strict(new JsonStringEnumConverter<Colour>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));

    private readonly string _path = Path.GetTempFileName();

    private enum Colour
    {
        Red,
        DarkBlue,
    }

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("""{ "count": "1" }""", "1:12: 'count' is '1' and has to be a whole number")]
    [InlineData("""{ "count": 1.5 }""", "1:12: 'count' is 1.5 and has to be a whole number")]
    [InlineData("""{ "count": 1e2 }""", "1:12: 'count' is 1e2 and has to be a whole number")]
    [InlineData("""{ "count": true }""", "1:12: 'count' is true and has to be a whole number")]
    [InlineData("""{ "count": 3000000000 }""", "1:12: 'count' cannot be read: a number is too large, or brackets are too deep")]
    [InlineData("""{ "count": null }""", "1:12: 'count' is null and has to be a whole number")]
    [InlineData("""{ "share": "half" }""", "1:12: 'share' is 'half' and has to be a number")]
    [InlineData("""{ "isOn": 1 }""", "1:11: 'isOn' is 1 and has to be 'true' or 'false'")]
    [InlineData("""{ "name": {} }""", "1:11: 'name' is an object and has to be a text, in quotation marks")]
    [InlineData("""{ "colour": "green" }""", "1:13: 'colour' is 'green' and has to be one of 'red', 'darkBlue'")]
    [InlineData("""{ "colour": 1 }""", "1:13: 'colour' is 1 and has to be one of 'red', 'darkBlue'")]
    [InlineData("""{ "parts": {} }""", "1:12: 'parts' is an object and has to be a list, in square brackets")]
    [InlineData("""{ "parts": [ { "weight": 1 }, { } ] }""", "1:31: 'parts[1].weight' is missing")]
    [InlineData("""{ "parts": [ null ] }""", "1:14: 'parts[0]' is null and has to be an object, in braces")]
    [InlineData("""{ "words": { "a": null } }""", "1:19: 'words.a' is null and has to be a text, in quotation marks")]
    [InlineData("""{ "words": { "a": "", "a": "" } }""", "1:23: 'words.a' is said twice, and only one can hold")]
    [InlineData("""{ "count": 1, "\u0063ount": 2 }""", "1:15: 'count' is said twice, and only one can hold")]
    [InlineData("""{ "Count": 1 }""", "1:3: there is no key 'Count' here, only 'name', 'count', 'share', 'isOn', 'colour', 'parts', 'words', 'note'")]
    [InlineData("{ // what it is\n  /* called */ \"nom\": \"é\", }", "2:16: there is no key 'nom' here")]
    [InlineData("{ \"name\": \"é\", \"count\": [] }", "1:25: 'count' is a list")]
    [InlineData("{\n  \"name\": \"x\"\n  \"count\": 1\n}", "3:3: '\"' cannot stand here: a comma, a quotation mark or a bracket is missing or too many")]
    [InlineData("""{ "name": 'x' }""", "1:11: ''' cannot stand here")]
    [InlineData("""{ "name": "x" """, "1:15: the text ends before its JSON does")]
    [InlineData(" \n", "1:1: there is nothing in it")]
    [InlineData("[]", "1:1: the whole is a list and has to be an object, in braces")]
    public void AMistakeHasAPlaceAndWordsOfOurs(string text, string sentence)
    {
        File.WriteAllText(_path, text);

        var (value, problem) = JsonFile.Read<Whole>(_path, Strict);

        Assert.Null(value);
        Assert.StartsWith($"{_path}:{sentence}", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void BracketsThatAreTooDeepAreSaidToBe()
    {
        const int depth = 100_000;
        File.WriteAllText(_path, string.Concat(Enumerable.Repeat("""{"words":""", depth)) + "1" + new string('}', depth));

        Assert.StartsWith($"{_path}:1:19: 'words.words' cannot be read: a number is too large, or brackets are too deep", JsonFile.Read<Whole>(_path, Strict).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "parts": [ { "weight": 1 }, ], "words": { "null": "null" }, "note": null } // null""")]
    public void WhatIsRightIsRead(string text) => Assert.NotNull(JsonFile.Parse<Whole>(text, "x", Strict).Value);

    [Fact]
    public void NumbersThatMayBeInfiniteMayBeMissing()
    {
        var options = new JsonSerializerOptions(Strict) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

        Assert.NotNull(JsonFile.Parse<Measured>("""{ "seconds": null }""", "x", options).Value);
        Assert.Equal(double.PositiveInfinity, JsonFile.Parse<Measured>("""{ "seconds": "Infinity" }""", "x", options).Value!.Seconds);
        Assert.StartsWith("x:1:14: 'seconds' is true", JsonFile.Parse<Measured>("""{ "seconds": true }""", "x", options).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingMayMeanSomething()
    {
        var empty = new Whole();

        Assert.Equal((null, "'x' holds nothing but 'null'"), JsonFile.Parse<Whole>("null", "x", Strict));
        Assert.Same(empty, JsonFile.Parse("null", "x", Strict, empty).Value);
    }

    [Fact]
    public void DocumentsOfOtherToolsMayHaveMore()
    {
        Assert.Equal(1, JsonFile.Parse<Part>("""{ "weight": 1, "more": { "more": null } }""", "x", JsonFile.Foreign).Value!.Weight);
        Assert.Equal("x:1:1: 'weight' is missing", JsonFile.Parse<Part>("""{ "Weight": 1 }""", "x", JsonFile.Foreign).Problem);
    }

    [Theory]
    [InlineData("/dev/zero", "'/dev/zero' cannot be read: it is not a regular file")]
    [InlineData("/tmp", "'/tmp' cannot be read: it is a directory")]
    [InlineData("/nowhere/x.json", "'/nowhere/x.json' cannot be read: no such file")]
    [InlineData("", "'' cannot be read: its name is empty")]
    public void WhatIsNoFileIsNotOpened(string path, string sentence) => Assert.Equal((null, sentence), JsonFile.Read<Whole>(path, Strict));

    private sealed record Part(int Weight);

    private sealed record Measured(double? Seconds);

    private sealed record Whole
    {
        public string Name { get; init; } = "";

        public int Count { get; init; }

        public double Share { get; init; }

        public bool IsOn { get; init; }

        public Colour Colour { get; init; }

        public ImmutableArray<Piece> Parts { get; init; } = [];

        public ImmutableSortedDictionary<string, string> Words { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

        public string? Note { get; init; }
    }

    private sealed record Piece
    {
        public required int Weight { get; init; }
    }
}
