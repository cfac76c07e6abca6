using System;
using System.Numerics;

namespace Autoencoder;

/// <summary>Classification by the majority of the nearest points (Cover and Hart, "Nearest neighbor pattern classification", 1967).</summary>
/// <param name="points">The points that are known.</param>
/// <param name="labels">The class of each, from 0 to 9.</param>
/// <param name="count">How many of them vote.</param>
internal sealed class NearestNeighbours(Vector2[] points, int[] labels, int count)
{
    /// <summary>The share of points whose class is the one that their neighbours name.</summary>
    public double Accuracy(Vector2[] of, int[] expected)
    {
        int right = 0;
        for (int i = 0; i < of.Length; i++)
            right += Label(of[i]) == expected[i] ? 1 : 0;
        return (double)right / of.Length;
    }

    /// <summary>The class that most of the nearest points have; of several, the lowest.</summary>
    private int Label(Vector2 point)
    {
        Span<float> distances = stackalloc float[count];
        Span<int> classes = stackalloc int[count];
        distances.Fill(float.MaxValue);
        for (int i = 0; i < points.Length; i++)
        {
            float distance = Vector2.DistanceSquared(points[i], point);
            if (distance < distances[^1])
                Insert(distances, classes, distance, labels[i]);
        }

        Span<int> votes = stackalloc int[10];
        votes.Clear();
        foreach (int label in classes)
            votes[label]++;
        int best = 0;
        for (int label = 1; label < votes.Length; label++)
            best = votes[label] > votes[best] ? label : best;
        return best;
    }

    /// <summary>Into its place among the nearest, whose farthest goes.</summary>
    private static void Insert(Span<float> distances, Span<int> classes, float distance, int label)
    {
        int at = distances.Length - 1;
        for (; at > 0 && distances[at - 1] > distance; at--)
            (distances[at], classes[at]) = (distances[at - 1], classes[at - 1]);
        (distances[at], classes[at]) = (distance, label);
    }
}
