namespace GenNet;

/// <summary>What the threads of a team do, each its part.</summary>
internal interface ITeamWork
{
    /// <summary>Does the part of the given number, from 0.</summary>
    void Do(int part);
}
