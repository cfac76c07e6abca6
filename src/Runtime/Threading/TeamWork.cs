namespace GenNet;

/// <summary>
/// Work of one kind for a team. What it needs is one value, given anew for each run and the same for all threads, which find it here: so a kind
/// of work is a struct that never changes, and handing it out allocates nothing.
/// </summary>
/// <typeparam name="TWork">The work, with all that it needs.</typeparam>
internal sealed class TeamWork<TWork>(WorkerTeam team) : ITeamWork
    where TWork : struct, ITeamWork
{
    private TWork _work;

    /// <summary>Does the parts of a work, each on a thread of its own, and returns when all are done.</summary>
    public void Run(int parts, in TWork work)
    {
        _work = work;
        team.Run(parts, this);
    }

    void ITeamWork.Do(int part) => _work.Do(part);
}
