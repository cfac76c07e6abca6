namespace GenNet.Generator.Model;

/// <summary>How the weights of a layer are drawn.</summary>
/// <param name="Kind">The distribution; never Default.</param>
/// <param name="First">The lower bound of Uniform, the mean of Normal.</param>
/// <param name="Second">The upper bound of Uniform, the standard deviation of Normal.</param>
internal sealed record WeightInit(Init Kind, double First = 0, double Second = 0)
{
    public static WeightInit Zeros { get; } = new(Init.Zeros);

    public static WeightInit Ones { get; } = new(Init.Ones);

    /// <summary>A distribution with the numbers that it has where none are given.</summary>
    public static WeightInit Of(Init kind) => kind switch
    {
        Init.Uniform => new WeightInit(kind, -0.05, 0.05),
        Init.Normal => new WeightInit(kind, 0, 0.05),
        _ => new WeightInit(kind),
    };
}
