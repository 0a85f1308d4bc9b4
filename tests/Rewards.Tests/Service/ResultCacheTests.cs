using System.Text;
using HpcVerify.Rewards.Service;
using Microsoft.Data.Sqlite;

namespace HpcVerify.Rewards.Tests.Service;

/// <summary>Results come back as they were put, from any process, and do not change by themselves.</summary>
public sealed class ResultCacheTests : IDisposable
{
    private static readonly ContentHash Name = ContentHash.Of(ContentHash.Part("kernel", "a"));
    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-results-").FullName;

    private string FilePath => Path.Combine(_folder, "results.sqlite");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void AResultIsFoundByEveryProcessThatOpensTheFile()
    {
        using var one = ResultCache.Open(FilePath);
        using var other = ResultCache.Open(FilePath);
        Assert.Null(other.Find(Name));
        Assert.True(one.Add(Name, [1, 2, 3]));

        Assert.Equal([1, 2, 3], other.Find(Name));
        Assert.Null(other.Find(ContentHash.Of(ContentHash.Part("kernel", "b"))));
    }

    [Fact]
    public void AResultIsReplacedWhenThatIsWanted()
    {
        using var cache = ResultCache.Open(FilePath);
        cache.Replace(Name, [1]);
        cache.Replace(Name, [2]);

        Assert.False(cache.Add(Name, [3]));
        Assert.Equal([2], cache.Find(Name));
    }

    [Fact]
    public void TheFirstResultStays()
    {
        using (var cache = ResultCache.Open(FilePath))
        {
            Assert.True(cache.Add(Name, [1]));
            Assert.False(cache.Add(Name, [2]));
        }

        using var again = ResultCache.Open(FilePath);
        Assert.Equal([1], again.Find(Name));
    }

    [Fact]
    public void ManyWritersLoseNothing()
    {
        const int Writers = 4, Each = 50;
        Parallel.For(0, Writers, writer =>
        {
            using var cache = ResultCache.Open(FilePath);
            for (var index = 0; index < Each; index++)
            {
                cache.Add(ContentHash.Of(ContentHash.Part("index", $"{index}")), Encoding.UTF8.GetBytes($"{index}"));
            }
        });

        using var read = ResultCache.Open(FilePath);
        Assert.All(Enumerable.Range(0, Each), index => Assert.Equal($"{index}", Encoding.UTF8.GetString(read.Find(ContentHash.Of(ContentHash.Part("index", $"{index}")))!)));
    }

    [Fact]
    public void AFileThatIsNoCacheIsRefused()
    {
        File.WriteAllText(FilePath, string.Concat(Enumerable.Repeat("this is no database\n", 100)));

        Assert.Throws<SqliteException>(() => ResultCache.Open(FilePath));
    }

    [Fact]
    public void PartsDoNotRunTogether()
    {
        var names = new[]
        {
            ContentHash.Of(ContentHash.Part("a", "bc")), ContentHash.Of(ContentHash.Part("ab", "c")), ContentHash.Of(ContentHash.Part("a", "b"), ContentHash.Part("c", "")),
            ContentHash.Of(ContentHash.Part("a", ""), ContentHash.Part("b", "c")), ContentHash.Of(), ContentHash.Of(ContentHash.Part("", "")),
        };

        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", ContentHash.Of().Text);
    }
}
