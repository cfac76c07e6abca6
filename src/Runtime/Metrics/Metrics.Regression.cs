using System;
using System.Numerics;

namespace GenNet;

// Errors of outputs that are numbers.
public static partial class Metrics
{
    /// <summary>The mean absolute error, the root mean squared error and R2, in one pass.</summary>
    /// <exception cref="ArgumentException">The rows of the data are not of the network's sizes, or a target is NaN or infinite.</exception>
    public static RegressionErrors Regression<TNet, T>(TNet network, Dataset<T> data)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sums = new RegressionSums<T>(TNet.HasLengths ? TNet.StepOutputSize : TNet.OutputSize);
        Evaluation.Run(network, data, sums.Add);
        return sums.Errors;
    }

    /// <inheritdoc cref="Regression{TNet, T}(TNet, Dataset{T})"/>
    public static RegressionErrors Regression<TNet, T>(TNet network, DataStream<T> data)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sums = new RegressionSums<T>(TNet.HasLengths ? TNet.StepOutputSize : TNet.OutputSize);
        Evaluation.Run(network, data, sums.Add);
        return sums.Errors;
    }

    /// <summary>The mean of |y - d| over all rows and outputs.</summary>
    /// <exception cref="ArgumentException">The rows of the data are not of the network's sizes, or a target is NaN or infinite.</exception>
    public static double MeanAbsoluteError<TNet, T>(TNet network, Dataset<T> data)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Regression(network, data).MeanAbsoluteError;

    /// <summary>The root of the mean of (y - d)^2 over all rows and outputs.</summary>
    /// <exception cref="ArgumentException">The rows of the data are not of the network's sizes, or a target is NaN or infinite.</exception>
    public static double RootMeanSquaredError<TNet, T>(TNet network, Dataset<T> data)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Regression(network, data).RootMeanSquaredError;

    /// <summary>The coefficient of determination: see <see cref="RegressionErrors.R2"/>.</summary>
    /// <exception cref="ArgumentException">The rows of the data are not of the network's sizes, or a target is NaN or infinite.</exception>
    public static double R2<TNet, T>(TNet network, Dataset<T> data)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Regression(network, data).R2;
}
