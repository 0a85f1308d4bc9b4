using HpcVerify.Rewards.Hardware;

namespace HpcVerify.Rewards.Tests.Hardware;

/// <summary>Specifications that are wrong: the sentence names the file, and what is wrong in it.</summary>
public sealed class HardwareReaderTests : IDisposable
{
    private const string Right = """
        {
          // a comment
          "name": "x", "title": "X", "extensions": ["avx2"], "sockets": 1, "coresPerSocket": 2, "threadsPerCore": 1,
          "clock": { "baseGhz": 2.5, "boostGhz": 3 }, "vector": { "registerBits": 256, "unitBits": 256, "fmaUnits": 2 },
          "caches": [ { "level": 1, "kind": "data", "kibibytes": 32, "sharedByCores": 1 }, { "level": 2, "kind": "unified", "kibibytes": 512, "sharedByCores": 2 }, ],
          "memoryGigabytesPerSecond": 40,
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-hardware-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void CommentsAndTrailingCommasAreForPeople()
    {
        var (machine, problem) = Read(Right);

        Assert.Null(problem);
        Assert.Equal(80, Peak.Gflops(machine!, 64));
    }

    [Theory]
    [InlineData("\"sockets\": 1", "\"sokets\": 1", "'sokets'")]
    [InlineData("\"sockets\": 1, ", "", "sockets")]
    [InlineData("\"sockets\": 1", "\"sockets\": null", "'sockets' is null and has to be a whole number")]
    [InlineData("\"sockets\": 1", "\"sockets\": \"1\"", "'sockets' is '1' and has to be a whole number")]
    [InlineData("\"sockets\": 1", "\"sockets\": 0", "'sockets' is 0, and is from 1 to 4096")]
    [InlineData("\"title\": \"X\"", "\"title\": \"\"", "'title' is empty")]
    [InlineData("\"title\": \"X\"", "\"title\": \"X\\nY\"", "words on one line")]
    [InlineData("\"name\": \"x\"", "\"name\": \"X 1\"", "'name' has lower-case letters")]
    [InlineData("\"baseGhz\": 2.5", "\"baseGhz\": 2500", "'clock.baseGhz' is 2500")]
    [InlineData("\"baseGhz\": 2.5", "\"baseGhz\": 3.5", "'clock.boostGhz' is the fastest")]
    [InlineData("\"registerBits\": 256", "\"registerBits\": 250", "multiple of 64")]
    [InlineData("\"unitBits\": 256", "\"unitBits\": 512", "more than 'vector.registerBits'")]
    [InlineData("\"fmaUnits\": 2", "\"fmaUnits\": 0", "'vector.fmaUnits' is 0")]
    [InlineData("\"sharedByCores\": 2", "\"sharedByCores\": 3", "'caches.sharedByCores' is 3")]
    [InlineData("\"level\": 2", "\"level\": 0", "'caches.level' is 0")]
    [InlineData("\"level\": 1", "\"level\": 3", "not in the order")]
    [InlineData("\"kind\": \"data\"", "\"kind\": \"datum\"", "].kind' is 'datum' and has to be one of")]
    [InlineData("\"kind\": \"data\"", "\"kind\": 0", "].kind' is 0 and has to be one of")]
    [InlineData("Second\": 40", "Second\": -40", "'memoryGigabytesPerSecond' is -40")]
    [InlineData("{\n", "", "':' cannot stand here")]
    public void AMistakeIsNamed(string right, string wrong, string sentence)
    {
        Assert.Contains(right, Right, StringComparison.Ordinal);
        var (machine, problem) = Read(Right.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Null(machine);
        Assert.Contains(Path.Combine(_folder, "x.json"), problem, StringComparison.Ordinal);
        Assert.Contains(sentence, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void AbsentFilesAndNamesAreProblems()
    {
        Assert.Contains("cannot be read", HardwareReader.Find(_folder, Path.Combine(_folder, "absent.json")).Problem, StringComparison.Ordinal);
        Assert.Contains("there is no machine 'absent'", HardwareReader.Find(_folder, "absent").Problem, StringComparison.Ordinal);
        Assert.Contains("holds nothing", Read("null").Problem, StringComparison.Ordinal);
        Assert.Empty(HardwareReader.Names(Path.Combine(_folder, "absent")));
    }

    private (HardwareSpecification? Specification, string? Problem) Read(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "x.json"), text);
        return HardwareReader.Find(_folder, "x");
    }
}
