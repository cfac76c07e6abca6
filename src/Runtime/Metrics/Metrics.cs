using System;
using System.Numerics;

namespace GenNet;

/// <summary>How good a network is, in numbers that people read: over the rows of a data set, or of a stream in memory for some hundred rows.</summary>
public static partial class Metrics
{
    /// <summary>The fraction of rows, or of their steps, that are classified correctly; those without a target do not count.</summary>
    /// <param name="network">Computes the outputs; with several outputs the largest one is the class (the first of equals),
    /// with a single output (a probability) it is class 1 from 0.5 on.</param>
    /// <param name="data">The rows; the class of a target row is found in the same way.</param>
    /// <returns>From 0 to 1. A row whose outputs contain NaN counts as wrong.</returns>
    /// <exception cref="ArgumentException">The rows of the data are not of the network's sizes.</exception>
    public static double Accuracy<TNet, T>(TNet network, Dataset<T> data)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var hits = new Hits<T>(Labels.Of<TNet, T>(), 1);
        Evaluation.Run(network, data, hits.Add);
        return hits.Fraction;
    }

    /// <inheritdoc cref="Accuracy{TNet, T}(TNet, Dataset{T})"/>
    public static double Accuracy<TNet, T>(TNet network, DataStream<T> data)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var hits = new Hits<T>(Labels.Of<TNet, T>(), 1);
        Evaluation.Run(network, data, hits.Add);
        return hits.Fraction;
    }

    /// <summary>The fraction of rows whose class is among the <paramref name="k"/> largest outputs; of equal outputs the first is the larger.</summary>
    /// <param name="network">Computes the outputs, one for each class.</param>
    /// <param name="data">The rows; the class of a target row is its largest number, the first of equals.</param>
    /// <param name="k">From 1, which is <see cref="Accuracy{TNet, T}(TNet, Dataset{T})"/>, to the number of classes.</param>
    /// <returns>From 0 to 1. A row whose outputs contain NaN counts as wrong.</returns>
    /// <exception cref="ArgumentException">The rows of the data are not of the network's sizes, or it has a single output.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many classes.</exception>
    public static double TopK<TNet, T>(TNet network, Dataset<T> data, int k)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckTopK<TNet, T>(k);
        var hits = new Hits<T>(Labels.Of<TNet, T>(), k);
        Evaluation.Run(network, data, hits.Add);
        return hits.Fraction;
    }

    /// <inheritdoc cref="TopK{TNet, T}(TNet, Dataset{T}, int)"/>
    public static double TopK<TNet, T>(TNet network, DataStream<T> data, int k)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckTopK<TNet, T>(k);
        var hits = new Hits<T>(Labels.Of<TNet, T>(), k);
        Evaluation.Run(network, data, hits.Add);
        return hits.Fraction;
    }

    /// <summary>Which class is taken for which. The classes are those of <see cref="Accuracy{TNet, T}(TNet, Dataset{T})"/>: with a
    /// single output there are two.</summary>
    /// <param name="network">Computes the outputs.</param>
    /// <param name="data">The rows; their <see cref="Dataset{T}.ClassNames"/>, where there are any, name the classes.</param>
    /// <exception cref="ArgumentException">The rows of the data are not of the network's sizes, or a target is NaN.</exception>
    public static ConfusionMatrix Confusion<TNet, T>(TNet network, Dataset<T> data)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(data);
        var matrix = ConfusionMatrix.For(TNet.StepOutputSize, data.ClassNames);
        Evaluation.Run(network, data, (outputs, targets) => matrix.Add(outputs, targets, Labels.Of<TNet, T>()));
        return matrix;
    }

    /// <inheritdoc cref="Confusion{TNet, T}(TNet, Dataset{T})"/>
    public static ConfusionMatrix Confusion<TNet, T>(TNet network, DataStream<T> data)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(data);
        var matrix = ConfusionMatrix.For(TNet.StepOutputSize, data.ClassNames);
        Evaluation.Run(network, data, (outputs, targets) => matrix.Add(outputs, targets, Labels.Of<TNet, T>()));
        return matrix;
    }

    private static void CheckTopK<TNet, T>(int k)
        where TNet : class, IInferenceNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (TNet.StepOutputSize == 1)
            throw new ArgumentException($"{typeof(TNet).Name} has a single output: top-k needs one for each class.", "network");
        if (k < 1 || k > TNet.StepOutputSize)
            throw new ArgumentOutOfRangeException(nameof(k), k, $"k must be 1 to {TNet.StepOutputSize}, the number of classes.");
    }

    /// <summary>Counts the rows whose class is among the k largest outputs.</summary>
    private sealed class Hits<T>(Labels labels, int k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private long _hits;
        private long _rows;

        public double Fraction => (double)_hits / _rows;

        public void Add(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
        {
            for (int i = 0; i < outputs.Length / labels.Size; i++)
            {
                if (labels.IsNone(targets, i))
                    continue;
                _rows++;
                ReadOnlySpan<T> row = outputs.Slice(i * labels.Size, labels.Size);
                int label = labels.Label(targets, i), predicted = labels.Predicted(row);
                if (predicted >= 0 && label >= 0 && (predicted == label || (k > 1 && Rank(row, label) < k)))
                    _hits++;
            }
        }

        /// <summary>How many outputs come before that of a class.</summary>
        private static int Rank(ReadOnlySpan<T> row, int label)
        {
            int rank = 0;
            for (int i = 0; i < row.Length; i++)
            {
                if (row[i] > row[label] || (row[i] == row[label] && i < label))
                    rank++;
            }

            return rank;
        }
    }
}
