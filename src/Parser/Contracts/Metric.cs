namespace HpcVerify.Parser.Contracts;

/// <summary>The unit a task's speed is scored in.</summary>
public enum Metric
{
    /// <summary>Billions of floating-point operations a second: what arithmetic limits.</summary>
    Gflops,

    /// <summary>Billions of bytes a second that must move between memory and processor: what memory limits.</summary>
    Gbps,
}

/// <summary>How metrics are written.</summary>
public static class MetricName
{
    /// <summary>As in kernel.json and in reports for machines.</summary>
    public static string Key(Metric metric) => metric == Metric.Gbps ? "gbps" : "gflops";

    /// <summary>As people write it.</summary>
    public static string Unit(Metric metric) => metric == Metric.Gbps ? "GB/s" : "GFLOPS";

    /// <summary>The metric of that key; null for none.</summary>
    public static Metric? Parse(string key) => key switch
    {
        "gflops" => Metric.Gflops,
        "gbps" => Metric.Gbps,
        _ => null,
    };
}
